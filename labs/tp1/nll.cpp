#include "tp1/nll.hpp"

#include <cmath>

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

double nll(const nn::Vector& logits, nn::Index gold) {
  // TODO(tp1.nll): return the loss of the class `gold`, one number.
  // log sum_j exp(x_j) = m + log sum_j exp(x_j - m), with m the largest logit: nothing overflows,
  // and the sum is at least 1, so its logarithm is never that of 0.
  nn::todo("tp1.nll", logits, gold);
}

}  // namespace tp1
