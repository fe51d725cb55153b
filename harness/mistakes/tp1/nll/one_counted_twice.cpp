// caught by: value
// says: You use log1p, the logarithm of 1 plus its argument, although your sum already holds the 1
//       of the largest logit. It is counted twice.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m + std::log1p(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
