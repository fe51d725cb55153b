// caught by: value
// says: Your loop stops one entry too early: the last one is never written, and an entry of
//       nn::Vector is NaN until it is. Look at the condition of the loop.
// notes: array_bounds
// source: M40

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  nn::Vector p(logits.size());
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size() - 1; ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
  }
  return p / total;
}

}  // namespace tp1
