// caught by: value
// says: You bring the logits to mean 0 and standard deviation 1 first. Subtracting is allowed,
//       because it cancels; dividing by the deviation changes the probabilities.
// notes: softmax_shift
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector centred = logits - mean(logits);
  const double deviation = std::sqrt(mean(square(centred))) + 1e-8;
  const nn::Vector e = exp(centred / deviation);
  return e / sum(e);
}

}  // namespace tp1
