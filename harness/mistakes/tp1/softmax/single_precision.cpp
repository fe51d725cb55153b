// caught by: value
// says: Your numbers look like single precision: they are right to about 7 digits. Use double
//       everywhere, for the sum too.
// notes: floating_point
// source: M10

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const float m = static_cast<float>(max(logits));
  nn::Vector p(logits.size());
  float total = 0.0f;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    const float e = std::exp(static_cast<float>(logits(i)) - m);
    p(i) = e;
    total += e;
  }
  return p / total;
}

}  // namespace tp1
