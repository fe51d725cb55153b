// caught by: value
// says: Your accuracy is a float, right to about 7 digits, and two equal accuracies may seem
//       different. Divide in double.
// notes: floating_point
// source: M10

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<float>(right) / static_cast<float>(data.size());
}

}  // namespace tp1
