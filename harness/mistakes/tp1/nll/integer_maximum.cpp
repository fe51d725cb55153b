// caught by: extreme
// says: Your maximum is kept in an int. For moderate logits that does no harm, because the same
//       number is subtracted and added; beyond two thousand million it is no longer a maximum at
//       all.
// notes: floating_point
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const int m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
