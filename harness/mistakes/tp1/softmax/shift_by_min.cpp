// caught by: extreme
// says: You subtract the smallest logit, so all exponents are 0 or more, and large ones overflow.
//       You want them all to be 0 or less.
// notes: softmax_shift
// source: M04

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - min(logits));
  return e / sum(e);
}

}  // namespace tp1
