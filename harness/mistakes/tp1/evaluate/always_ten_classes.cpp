// caught by: value
// says: Your search always looks at 10 logits. MNIST has 10 classes, other data have fewer: ask the
//       logits how many they are.
// notes: array_bounds
// source: M09

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    int answer = 0;
    for (int k = 1; k < 10; ++k) {
      if (logits(k) > logits(answer)) answer = k;
    }
    if (answer == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
