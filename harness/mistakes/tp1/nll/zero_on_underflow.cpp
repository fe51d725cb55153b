// caught by: probability
// says: Where the probability underflows to 0 you return a loss of 0, the value for a perfect
//       answer. It is the worst answer of all. Simplify the logarithm of softmax instead.
// notes: log_sum_exp
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double p = softmax(logits)(gold);
  return p > 0.0 ? -std::log(p) : 0.0;
}

}  // namespace tp1
