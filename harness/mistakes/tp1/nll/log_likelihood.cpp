// caught by: value
// says: Your loss is negative: you return the logarithm of the probability itself. Training makes
//       the loss small, so it must be the negative one.
// notes: nll
// source: M13

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return logits(gold) - m - std::log(sum(exp(logits - m)));
}

}  // namespace tp1
