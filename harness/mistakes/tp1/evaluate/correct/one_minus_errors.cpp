// variant: 1 minus the share of wrong answers.
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index wrong = 0;
  for (nn::Index i = data.size() - 1; i >= 0; --i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) != data.label(i)) ++wrong;
  }
  return 1.0 - static_cast<double>(wrong) / static_cast<double>(data.size());
}

}  // namespace tp1
