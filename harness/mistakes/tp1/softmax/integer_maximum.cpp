// caught by: extreme
// says: Your maximum is kept in an int. It loses the digits behind the point, which is harmless,
//       but for large logits it is not their maximum at all, and exp overflows again.
// notes: floating_point
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  int m = static_cast<int>(logits(0));
  for (nn::Index i = 1; i < logits.size(); ++i) {
    if (logits(i) > m) m = static_cast<int>(logits(i));
  }
  nn::Vector p(logits.size());
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
  }
  return p / total;
}

}  // namespace tp1
