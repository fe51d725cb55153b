// variant: 1 / sum_j exp(x_j - x_i): an infinite sum gives exactly 0, as it should.
// source: V04

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < logits.size(); ++i) {
    double total = 0.0;
    for (nn::Index j = 0; j < logits.size(); ++j) total += std::exp(logits(j) - logits(i));
    p(i) = 1.0 / total;
  }
  return p;
}

}  // namespace tp1
