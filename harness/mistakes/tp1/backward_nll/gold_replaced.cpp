// caught by: value
// says: You put -g at the gold class in the place of its probability. The two belong together:
//       subtract from what stands there.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = g * softmax(logits);
  gradient(gold) = -g;
  return gradient;
}

}  // namespace tp1
