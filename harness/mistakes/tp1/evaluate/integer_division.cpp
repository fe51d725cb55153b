// caught by: value
// says: You divide one whole number by another, which rounds down: the accuracy is 0 unless every
//       answer is right. One of the two must be a double before the division.
// notes: integer_division
// source: M116

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return right / data.size();
}

}  // namespace tp1
