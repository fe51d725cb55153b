// caught by: value
// says: You subtract g at the gold class but leave the probabilities without it. Every entry is
//       multiplied by g.
// notes: upstream_gradient
// source: M21

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= g;
  return gradient;
}

}  // namespace tp1
