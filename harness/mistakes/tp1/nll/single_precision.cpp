// caught by: value
// says: Your loss looks like single precision: it is right to about 7 digits. Use double
//       everywhere, for the sum too.
// notes: floating_point
// source: M10

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const float m = max(logits);
  float total = 0.0f;
  for (const double x : logits) total += std::exp(static_cast<float>(x) - m);
  return m + std::log(total) - static_cast<float>(logits(gold));
}

}  // namespace tp1
