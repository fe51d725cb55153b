// caught by: linear
// says: You take g = 0 for "not given" and put 1 in its place. 0 is a valid upstream gradient: the
//       loss does not depend on this sample, and nothing below gets a gradient.
// notes: upstream_gradient
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const double upstream = g != 0.0 ? g : 1.0;
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return upstream * gradient;
}

}  // namespace tp1
