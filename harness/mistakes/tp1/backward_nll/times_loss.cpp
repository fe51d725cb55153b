// caught by: value
// says: You multiply by the value of the loss. A derivative along the chain is multiplied by the
//       upstream gradient only.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return g * nll(logits, gold) * gradient;
}

}  // namespace tp1
