// caught by: probability
// says: Your search for the largest logit starts from 0. If all logits are very negative it finds
//       0, every exponential becomes 0, and the logarithm of 0 is minus infinity. Look at the first
//       value of your maximum.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  double m = 0.0;
  for (const double x : logits) {
    if (x > m) m = x;
  }
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
