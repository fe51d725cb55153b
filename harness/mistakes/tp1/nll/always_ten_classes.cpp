// caught by: value
// says: Your loop always runs over 10 logits. MNIST has 10 classes, but the loss is called with
//       other sizes too: ask the vector how many entries it has.
// notes: array_bounds
// source: M09

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double total = 0.0;
  for (int i = 0; i < 10; ++i) total += std::exp(logits(i) - m);
  return m + std::log(total) - logits(gold);
}

}  // namespace tp1
