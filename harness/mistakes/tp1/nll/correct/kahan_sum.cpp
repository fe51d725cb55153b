// variant: Adds from the last to the first, with a correction for lost digits.
// source: V02

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  double total = 0.0;
  double lost = 0.0;
  for (nn::Index i = logits.size() - 1; i >= 0; --i) {
    const double corrected = std::exp(logits(i) - m) - lost;
    const double next = total + corrected;
    lost = (next - total) - corrected;
    total = next;
  }
  return m - logits(gold) + std::log(total);
}

}  // namespace tp1
