// caught by: value
// says: The logarithm of the sum has the wrong sign. It is the logarithm of what stands below the
//       fraction bar; what does the minus in front of the fraction make of it?
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m - logits(gold) - std::log(sum(exp(logits - m)));
}

}  // namespace tp1
