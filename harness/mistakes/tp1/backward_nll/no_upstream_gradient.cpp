// caught by: value
// says: You leave out the upstream gradient g: your answer is the same for every g. It is right
//       only where g happens to be 1. The chain rule multiplies by g.
// notes: upstream_gradient
// source: M20

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return gradient;
}

}  // namespace tp1
