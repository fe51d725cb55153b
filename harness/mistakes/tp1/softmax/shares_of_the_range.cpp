// caught by: value
// says: You scale the logits to the range from 0 to 1 and divide by the sum. That is a share, but
//       not softmax: softmax depends on the differences of the logits through the exponential.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector shifted = logits - min(logits);
  const double total = sum(shifted);
  if (total == 0.0) return (shifted + 1.0) / static_cast<double>(shifted.size());
  return shifted / total;
}

}  // namespace tp1
