// caught by: value
// says: You divide by the Euclidean length of the exponentials. Then their squares add up to 1, not
//       they themselves.
// notes: softmax
// source: M05

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / std::sqrt(dot(e, e));
}

}  // namespace tp1
