// caught by: value
// says: You return per cent. The accuracy is a share, from 0 to 1; 92 % is 0.92.
// notes: evaluation
// source: M118

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return 100.0 * static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
