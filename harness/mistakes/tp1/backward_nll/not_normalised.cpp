// caught by: value
// says: You use the exponentials without dividing by their sum. The derivative of log(s) is 1 / s
//       times the derivative of s.
// notes: nll_backward
// source: M05

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = exp(logits - max(logits));
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
