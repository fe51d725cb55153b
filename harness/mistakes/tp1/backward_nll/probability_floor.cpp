// caught by: sum
// says: You lift small probabilities to a smallest value before you use them. The entries then no
//       longer add up to 0, and hopeless classes are pushed down for ever. A gradient needs no
//       logarithm, so it needs no floor.
// notes: floating_point
// source: M18

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = maximum(softmax(logits), 1e-7);
  nn::Vector gradient = p;
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
