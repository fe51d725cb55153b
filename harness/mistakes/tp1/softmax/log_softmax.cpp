// caught by: value
// says: You return the logarithms of the probabilities. The caller expects the probabilities
//       themselves, numbers between 0 and 1.
// notes: softmax
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector shifted = logits - max(logits);
  return shifted - std::log(sum(exp(shifted)));
}

}  // namespace tp1
