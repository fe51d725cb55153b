// variant: Computes in long double and rounds once at the end.
// source: V02

#include <algorithm>
#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const long double largest = *std::max_element(logits.begin(), logits.end());
  long double total = 0.0L;
  for (const double x : logits) total += std::exp(x - largest);
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) {
    p(i) = static_cast<double>(std::exp(logits(i) - largest) / total);
  }
  return p;
}

}  // namespace tp1
