// caught by: value
// says: The logarithm of the sum is taken to base 10 and the rest is natural. In C++ std::log is
//       the natural one.
// notes: nll
// source: M12

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m - logits(gold) + std::log10(sum(exp(logits - m)));
}

}  // namespace tp1
