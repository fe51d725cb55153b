// caught by: value
// says: You return the derivative of the probability of the gold class. The loss is the negative
//       logarithm of it, which brings another factor.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  nn::Vector gradient = -p(gold) * p;
  gradient(gold) += p(gold);
  return g * gradient;
}

}  // namespace tp1
