// caught by: extreme
// says: You lift the probability to a smallest value before the logarithm, so the loss never
//       exceeds about 34.5. A model that is very wrong must be told so. Simplify the logarithm of
//       softmax instead.
// notes: log_sum_exp
// source: M18

#include <algorithm>
#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  return -std::log(std::max(softmax(logits)(gold), 1e-15));
}

}  // namespace tp1
