// caught by: value
// says: Your loop goes one entry too far. A vector of n entries ends at position n - 1: look at the
//       condition of the loop.
// notes: array_bounds
// source: M40

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double total = 0.0;
  for (nn::Index i = 0; i <= logits.size(); ++i) total += std::exp(logits(i) - m);
  return m + std::log(total) - logits(gold);
}

}  // namespace tp1
