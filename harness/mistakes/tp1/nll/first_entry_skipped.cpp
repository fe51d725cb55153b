// caught by: value
// says: Your sum starts at the second logit. Entries are numbered from 0: look at the first value
//       of the loop's index.
// notes: array_bounds
// source: M115

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double total = 0.0;
  for (nn::Index i = 1; i < logits.size(); ++i) total += std::exp(logits(i) - m);
  return m + std::log(total) - logits(gold);
}

}  // namespace tp1
