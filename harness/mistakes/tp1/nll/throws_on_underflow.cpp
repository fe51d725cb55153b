// caught by: probability
// says: You throw an exception when the probability is 0. These logits are valid input, and the
//       loss is an ordinary number: simplify the logarithm of softmax before computing.
// notes: log_sum_exp
// source: M126

#include <cmath>
#include <stdexcept>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double p = softmax(logits)(gold);
  if (p == 0.0) throw std::domain_error("nll: logarithm of 0");
  return -std::log(p);
}

}  // namespace tp1
