// caught by: value
// says: Your search for the largest logit starts from the value 0. If all logits are negative it
//       finds none and answers class 0. Start from the first logit.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    double largest = 0.0;
    nn::Index answer = 0;
    for (nn::Index k = 0; k < logits.size(); ++k) {
      if (logits(k) > largest) {
        largest = logits(k);
        answer = k;
      }
    }
    if (answer == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
