// variant: Computes in long double, from the logarithm of the sum.
// source: V02

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const long double m = max(logits);
  long double total = 0.0L;
  for (const double x : logits) total += std::exp(x - m);
  const long double log_total = m + std::log(total);
  nn::Vector gradient(logits.size());
  for (nn::Index i = 0; i < logits.size(); ++i) {
    const long double p = std::exp(logits(i) - log_total);
    gradient(i) = static_cast<double>(g * (p - (i == gold ? 1.0L : 0.0L)));
  }
  return gradient;
}

}  // namespace tp1
