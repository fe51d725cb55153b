// caught by: value
// says: You look at no more than the first 100 samples, perhaps left over from a quick trial. All
//       of them count.
// notes: evaluation
// source: new

#include <algorithm>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  const nn::Index n = std::min(data.size(), nn::Index{100});
  nn::Index right = 0;
  for (nn::Index i = 0; i < n; ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(n);
}

}  // namespace tp1
