// caught by: value
// says: The maximum is subtracted above the fraction bar but not below it, so it does not cancel,
//       and the probabilities do not add up to 1.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  return exp(logits - m) / sum(exp(logits));
}

}  // namespace tp1
