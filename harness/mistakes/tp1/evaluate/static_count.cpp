// caught by: value
// says: The number of right answers is kept in a static variable, which is set to 0 once in the
//       life of the program: every call adds to what earlier ones have left.
// notes: pure_functions
// source: M70

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  static nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
