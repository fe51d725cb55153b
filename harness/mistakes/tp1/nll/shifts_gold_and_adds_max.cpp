// caught by: value
// says: You shift the gold logit and add the maximum as well, so it counts twice. Either both terms
//       are shifted, or the maximum is added once.
// notes: log_sum_exp
// source: M14

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  const nn::Vector shifted = logits - m;
  return m + std::log(sum(exp(shifted))) - shifted(gold);
}

}  // namespace tp1
