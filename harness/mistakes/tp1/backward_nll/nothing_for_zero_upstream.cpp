// caught by: linear
// says: When g is 0 you return a vector without entries. The gradient is 0 then, but it still has
//       one entry for each logit.
// notes: upstream_gradient
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  if (g == 0.0) return {};
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
