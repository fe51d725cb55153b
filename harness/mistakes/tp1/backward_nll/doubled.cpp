// caught by: value
// says: Your gradient is twice the expected one. The 2 comes from the square of another loss; there
//       is none here.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return 2.0 * g * gradient;
}

}  // namespace tp1
