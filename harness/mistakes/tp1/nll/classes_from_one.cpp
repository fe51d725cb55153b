// caught by: value
// says: You count the classes from 1. They are numbered from 0, so you read the logit before the
//       right one, and before the first there is none.
// notes: nll
// source: M16

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold - 1);
}

}  // namespace tp1
