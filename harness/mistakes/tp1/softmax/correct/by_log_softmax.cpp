// variant: exp(x - logsumexp(x)): its rounding error grows with the size of the logits.
// source: V03

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

double log_sum_exp(const nn::Vector& x) {
  const double m = max(x);
  return m + std::log(sum(exp(x - m)));
}

}  // namespace

nn::Vector softmax(const nn::Vector& logits) { return exp(logits - log_sum_exp(logits)); }

}  // namespace tp1
