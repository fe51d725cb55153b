// caught by: value
// says: The sign of your exponent is turned round, so the smallest logit gets the largest
//       probability. A larger logit means a more likely class.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(min(logits) - logits);
  return e / sum(e);
}

}  // namespace tp1
