// caught by: value
// says: Your loop goes one entry too far. A vector of n entries ends at position n - 1: look at the
//       condition of the loop.
// notes: array_bounds
// source: M40

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  nn::Vector p(logits.size());
  double total = 0.0;
  for (nn::Index i = 0; i <= logits.size(); ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
  }
  return p / total;
}

}  // namespace tp1
