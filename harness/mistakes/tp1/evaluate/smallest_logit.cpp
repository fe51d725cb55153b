// caught by: value
// says: You take the class with the smallest logit. The largest one is the most probable class.
// notes: evaluation
// source: M117

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    if (argmax(-logits) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
