// caught by: shift
// says: You add the largest logit instead of taking it away: the factor still cancels in the
//       fraction, but the exponents have grown, and exp overflows earlier than without a shift.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  const nn::Vector e = exp(logits + m);
  return e / sum(e);
}

}  // namespace tp1
