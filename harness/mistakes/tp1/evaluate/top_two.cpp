// caught by: value
// says: You count a sample as right when its label is among the two largest logits. Only the
//       largest one is the answer.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    int better = 0;
    for (const double x : logits) {
      if (x > logits(data.label(i))) ++better;
    }
    if (better <= 1) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
