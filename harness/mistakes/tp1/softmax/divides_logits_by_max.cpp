// caught by: value
// says: You divide the logits by the largest one before exp, to make them small. Only a difference
//       cancels in the fraction; a quotient changes the probabilities.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits / max(logits));
  return e / sum(e);
}

}  // namespace tp1
