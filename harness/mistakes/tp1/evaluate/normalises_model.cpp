// caught by: pure
// says: You scale the parameters before you use them. The answers stay the same, but the model is
//       no longer what the training has made it. Evaluating is looking.
// notes: pure_functions
// source: M119

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  LinearClassifier& scaled = const_cast<LinearClassifier&>(model);
  const double factor = 0.5;
  scaled.W *= factor;
  scaled.b *= factor;
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(scaled.W, scaled.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
