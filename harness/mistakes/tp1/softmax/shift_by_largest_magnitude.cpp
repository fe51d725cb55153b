// caught by: shift
// says: You shift by the largest absolute value. When all logits are very negative every
//       exponential becomes 0, and 0 over 0 is NaN. Which of the exponents must stay at 0?
// notes: softmax_shift
// source: M02

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(abs(logits)));
  return e / sum(e);
}

}  // namespace tp1
