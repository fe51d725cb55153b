// caught by: shift
// says: You throw an exception when exp would overflow. Large logits are valid input, and a network
//       in training produces them: there is a form of the same fraction that never overflows.
// notes: softmax_shift
// source: M126

#include <stdexcept>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  if (max(logits) > 709.0) throw std::overflow_error("softmax: logits too large");
  if (max(logits) < -700.0) throw std::underflow_error("softmax: logits too small");
  const nn::Vector e = exp(logits);
  return e / sum(e);
}

}  // namespace tp1
