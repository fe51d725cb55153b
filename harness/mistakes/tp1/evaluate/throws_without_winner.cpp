// caught by: ties
// says: You throw an exception when all logits are equally large. That happens (in a model of zeros
//       it happens for every image): any answer is fine, but there must be one.
// notes: evaluation
// source: M126

#include <stdexcept>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    if (max(logits) == min(logits)) throw std::logic_error("evaluate: no class is ahead");
    if (argmax(logits) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
