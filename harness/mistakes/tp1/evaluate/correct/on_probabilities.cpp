// variant: Looks for the largest probability, which is where the largest logit is.
// source: V24

#include <algorithm>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector p = softmax(affine_transform(model.W, model.b, data.image(i)));
    const auto best = std::max_element(p.begin(), p.end());
    if (best - p.begin() == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
