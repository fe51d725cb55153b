// caught by: value
// says: Your loop never ends: the number of the sample moves on only when the answer is right. Look
//       for the line that should advance it in every round.
// notes: cpp_errors
// source: M124

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  nn::Index i = 0;
  while (i < data.size()) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) {
      ++right;
      ++i;
    }
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
