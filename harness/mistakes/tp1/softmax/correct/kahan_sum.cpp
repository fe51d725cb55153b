// variant: Sums with a correction for the digits that were lost (Kahan).
// source: V02

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

double compensated_sum(const nn::Vector& v) {
  double total = 0.0;
  double lost = 0.0;
  for (const double entry : v) {
    const double corrected = entry - lost;
    const double next = total + corrected;
    lost = (next - total) - corrected;
    total = next;
  }
  return total;
}

}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / compensated_sum(e);
}

}  // namespace tp1
