// caught by: value
// says: Your entry of the gold class is 0. It is not: raising the right logit lowers the loss, and
//       that is the most important slope of all.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = g * softmax(logits);
  gradient(gold) = 0.0;
  return gradient;
}

}  // namespace tp1
