// caught by: value
// says: You return -g at the gold class and 0 elsewhere. That is the derivative of -x[gold] alone;
//       the logarithm of the sum depends on every logit.
// notes: nll_backward
// source: M29

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = nn::Vector::zeros(logits.size());
  gradient(gold) = -g;
  return gradient;
}

}  // namespace tp1
