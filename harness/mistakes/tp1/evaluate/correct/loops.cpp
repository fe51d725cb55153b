// variant: Its own search for the largest logit; of equals the first wins.
// source: V24

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    nn::Index answer = 0;
    for (nn::Index k = 1; k < logits.size(); ++k) {
      if (logits(k) > logits(answer)) answer = k;
    }
    if (answer == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
