// caught by: value
// says: You add a small number to the sum, to be safe from a division by 0. It makes every
//       probability a little too small, and it is not needed: after the shift the sum is at least
//       1.
// notes: floating_point
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / (sum(e) + 1e-8);
}

}  // namespace tp1
