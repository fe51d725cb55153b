// caught by: shift
// says: You replace NaN by 0 at the end. The NaN came from infinity over infinity, at the very
//       class that should have a probability near 1. Prevent the overflow instead.
// notes: softmax_shift
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits);
  nn::Vector p = e / sum(e);
  for (double& entry : p) {
    if (std::isnan(entry)) entry = 0.0;
  }
  return p;
}

}  // namespace tp1
