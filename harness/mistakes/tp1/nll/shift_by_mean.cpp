// caught by: probability
// says: You shift by the mean of the logits. One that lies far above it still overflows. The shift
//       has to hold for the largest logit.
// notes: log_sum_exp
// source: M03

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = mean(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
