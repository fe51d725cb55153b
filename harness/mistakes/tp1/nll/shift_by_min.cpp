// caught by: probability
// says: You subtract the smallest logit, so all exponents are 0 or more, and large ones overflow.
//       You want them all to be 0 or less.
// notes: log_sum_exp
// source: M04

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = min(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
