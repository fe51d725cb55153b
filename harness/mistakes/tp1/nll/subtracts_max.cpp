// caught by: value
// says: You subtract the largest logit a second time where it should be added again. Write the line
//       out with the shift and see what cancels.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return std::log(sum(exp(logits - m))) - m - logits(gold);
}

}  // namespace tp1
