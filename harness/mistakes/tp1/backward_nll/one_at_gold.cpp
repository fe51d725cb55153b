// caught by: value
// says: You multiply the probabilities by g but subtract 1 at the gold class. Everything is
//       multiplied by g, that term too.
// notes: upstream_gradient
// source: M21

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = g * softmax(logits);
  gradient(gold) -= 1.0;
  return gradient;
}

}  // namespace tp1
