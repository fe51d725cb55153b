// caught by: shift
// says: When the sum overflows you answer with equal probabilities. That hides the problem: the
//       logits still say which class is more likely. Prevent the overflow instead.
// notes: softmax_shift
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits);
  const double total = sum(e);
  if (!std::isfinite(total) || total == 0.0) {
    nn::Vector p(logits.size());
    for (double& entry : p) entry = 1.0 / static_cast<double>(p.size());
    return p;
  }
  return e / total;
}

}  // namespace tp1
