// variant: One pass: the sum is scaled down whenever a larger logit turns up.
// source: new

#include <cmath>
#include <limits>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double largest = -std::numeric_limits<double>::infinity();
  double total = 0.0;
  for (const double x : logits) {
    if (x > largest) {
      total *= std::exp(largest - x);
      largest = x;
    }
    total += std::exp(x - largest);
  }
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = std::exp(logits(i) - largest) / total;
  return p;
}

}  // namespace tp1
