// caught by: value
// says: You round the accuracy to whole per cent. That is for printing; training compares
//       accuracies that differ by less.
// notes: evaluation
// source: new

#include <cmath>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return std::round(100.0 * static_cast<double>(right) / static_cast<double>(data.size())) / 100.0;
}

}  // namespace tp1
