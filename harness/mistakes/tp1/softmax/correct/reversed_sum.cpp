// variant: Sums from the last entry to the first: another rounding, the same number.
// source: V02

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = exp(logits - max(logits));
  double total = 0.0;
  for (nn::Index i = p.size() - 1; i >= 0; --i) total += p(i);
  p /= total;
  return p;
}

}  // namespace tp1
