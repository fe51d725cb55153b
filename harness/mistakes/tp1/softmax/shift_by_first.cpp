// caught by: extreme
// says: You shift by the first logit. That helps only as long as no other one is much larger; then
//       exp still overflows.
// notes: softmax_shift
// source: M03

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - logits(0));
  return e / sum(e);
}

}  // namespace tp1
