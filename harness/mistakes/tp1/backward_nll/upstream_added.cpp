// caught by: value
// says: You add g to the gradient. In the chain rule derivatives along one path are multiplied.
// notes: upstream_gradient
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return gradient + g;
}

}  // namespace tp1
