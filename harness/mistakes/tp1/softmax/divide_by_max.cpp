// caught by: value
// says: You divide by the largest exponential instead of by their sum: the most likely class always
//       gets 1, and the entries do not add up to 1.
// notes: softmax
// source: M05
// twin: exponentials_only

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / max(e);
}

}  // namespace tp1
