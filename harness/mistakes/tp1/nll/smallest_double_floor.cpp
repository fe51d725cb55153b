// caught by: extreme
// says: You replace a probability of 0 by the smallest double, so the loss stops at about 708. The
//       true loss is an ordinary number there: simplify the logarithm of softmax before computing.
// notes: log_sum_exp
// source: M18

#include <algorithm>
#include <cmath>
#include <limits>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double smallest = std::numeric_limits<double>::min();
  return -std::log(std::max(softmax(logits)(gold), smallest));
}

}  // namespace tp1
