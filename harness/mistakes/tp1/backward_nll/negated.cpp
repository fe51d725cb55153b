// caught by: value
// says: Your gradient has the wrong sign everywhere: it points to where the loss falls. The minus
//       of gradient descent belongs to the update step.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = -softmax(logits);
  gradient(gold) += 1.0;
  return g * gradient;
}

}  // namespace tp1
