// caught by: value
// says: Inside the logarithm you take the mean of the exponentials in the place of their sum: your
//       loss is too small by log n.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m - logits(gold) + std::log(mean(exp(logits - m)));
}

}  // namespace tp1
