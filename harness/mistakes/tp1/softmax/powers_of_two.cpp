// caught by: value
// says: You raise 2 to the power of the logits. Softmax uses the exponential function, base e;
//       another base gives other probabilities.
// notes: softmax
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = std::pow(2.0, logits(i) - m);
  return p / sum(p);
}

}  // namespace tp1
