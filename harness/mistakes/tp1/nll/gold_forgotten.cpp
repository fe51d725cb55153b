// caught by: value
// says: You return the logarithm of the sum and leave out the gold logit, so the label has no
//       influence.
// notes: nll
// source: M24

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m)));
}

}  // namespace tp1
