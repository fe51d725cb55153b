// variant: Plain loops over the entries, maximum and sum by hand.
// source: V01

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double largest = logits(0);
  for (nn::Index i = 1; i < logits.size(); ++i) {
    if (logits(i) > largest) largest = logits(i);
  }
  nn::Vector p(logits.size());
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    p(i) = std::exp(logits(i) - largest);
    total += p(i);
  }
  for (nn::Index i = 0; i < logits.size(); ++i) p(i) /= total;
  return p;
}

}  // namespace tp1
