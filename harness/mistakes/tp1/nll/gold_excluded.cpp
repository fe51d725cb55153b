// caught by: value
// says: Your sum leaves out the gold class. The probabilities share the sum over all classes, gold
//       included.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    if (i != gold) total += std::exp(logits(i) - m);
  }
  return m + std::log(total) - logits(gold);
}

}  // namespace tp1
