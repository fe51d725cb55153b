// caught by: value
// says: You compare each logit with the one before it and not with the largest so far: your answer
//       is the last class that was better than its neighbour.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    nn::Index answer = 0;
    for (nn::Index k = 1; k < logits.size(); ++k) {
      if (logits(k) > logits(k - 1)) answer = k;
    }
    if (answer == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
