// variant: Plain loops, maximum and sum by hand.
// source: V01

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  double largest = logits(0);
  for (nn::Index i = 1; i < logits.size(); ++i) {
    if (logits(i) > largest) largest = logits(i);
  }
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) total += std::exp(logits(i) - largest);
  return largest + std::log(total) - logits(gold);
}

}  // namespace tp1
