// caught by: probability
// says: exp overflows for logits above 709.78 and becomes 0 for all of them when they are very
//       negative. What may you subtract inside the sum, and add again outside?
// notes: log_sum_exp
// source: M01

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  return std::log(sum(exp(logits))) - logits(gold);
}

}  // namespace tp1
