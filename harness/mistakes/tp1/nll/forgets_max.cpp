// caught by: value
// says: You subtract the largest logit inside the sum but do not add it again outside. Adding a
//       constant to all logits then changes your loss.
// notes: log_sum_exp
// source: M14

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
