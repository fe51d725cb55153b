// caught by: value
// says: You divide by the mean of the exponentials: the entries then add up to the number of
//       classes instead of 1. Look at what stands below the fraction bar.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / mean(e);
}

}  // namespace tp1
