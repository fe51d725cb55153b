// variant: Right if the logit of the label is as large as the largest.
// source: V24

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  int right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    right += logits(data.label(i)) == max(logits) ? 1 : 0;
  }
  return 1.0 * right / static_cast<double>(data.size());
}

}  // namespace tp1
