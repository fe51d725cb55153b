// caught by: value
// says: You throw an exception when two logits are equally large. That happens (in a model of zeros
//       it happens for every image): either answer is fine, but there must be one.
// notes: evaluation
// source: M126

#include <algorithm>
#include <stdexcept>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    const double largest = max(logits);
    if (std::count(logits.begin(), logits.end(), largest) > 1) {
      throw std::logic_error("evaluate: no unique answer");
    }
    if (logits(data.label(i)) == largest) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
