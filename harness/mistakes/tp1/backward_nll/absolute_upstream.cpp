// caught by: value
// says: You drop the sign of g. When g is negative the whole gradient turns round.
// notes: upstream_gradient
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return std::abs(g) * gradient;
}

}  // namespace tp1
