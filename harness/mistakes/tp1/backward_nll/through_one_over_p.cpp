// caught by: sum
// says: You multiply the derivative of softmax by that of the logarithm, -1 / p. On paper p
//       cancels; in the computer p may be 0, and then you get NaN. Cancel first.
// notes: nll_backward
// source: M11

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  const double dp = -g / p(gold);
  nn::Vector gradient(p.size());
  for (nn::Index i = 0; i < p.size(); ++i) {
    gradient(i) = dp * p(gold) * ((i == gold ? 1.0 : 0.0) - p(i));
  }
  return gradient;
}

}  // namespace tp1
