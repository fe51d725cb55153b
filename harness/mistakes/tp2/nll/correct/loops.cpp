// variant: Plain loops, maximum and sums by hand.
// source: V01

#include <cmath>
#include <vector>

#include "tp2/nll.hpp"

namespace tp2 {
namespace {

double largest(const nn::Matrix& A, nn::Index k) {
  double m = A(0, k);
  for (nn::Index i = 1; i < A.rows(); ++i) {
    if (A(i, k) > m) m = A(i, k);
  }
  return m;
}

double mean_loss(const nn::Matrix& logits, const std::vector<nn::Index>& golds) {
  double total = 0.0;
  for (std::size_t k = 0; k < golds.size(); ++k) {
    const auto at = static_cast<nn::Index>(k);
    const double m = largest(logits, at);
    double all = 0.0;
    for (nn::Index i = 0; i < logits.rows(); ++i) all += std::exp(logits(i, at) - m);
    total += m + std::log(all) - logits(golds[k], at);
  }
  return total / static_cast<double>(golds.size());
}

nn::Matrix mean_gradient(const nn::Matrix& logits, const std::vector<nn::Index>& golds) {
  nn::Matrix gradient(logits.rows(), logits.cols());
  for (std::size_t k = 0; k < golds.size(); ++k) {
    const auto at = static_cast<nn::Index>(k);
    const double m = largest(logits, at);
    double all = 0.0;
    for (nn::Index i = 0; i < logits.rows(); ++i) all += std::exp(logits(i, at) - m);
    for (nn::Index i = 0; i < logits.rows(); ++i) {
      const double label = i == golds[k] ? 1.0 : 0.0;
      gradient(i, at) =
          (std::exp(logits(i, at) - m) / all - label) / static_cast<double>(golds.size());
    }
  }
  return gradient;
}

}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  const std::vector<nn::Index> golds(gold.begin(), gold.end());
  Tensor y(nn::Matrix{{mean_loss(logits.data(), golds)}});
  if (any_require_grad({logits})) {
    y.set_backward({logits}, [logits, golds](const nn::Matrix&, const nn::Matrix& g) {
      logits.accumulate_gradient(g(0, 0) * mean_gradient(logits.data(), golds));
    });
  }
  return y;
}

}  // namespace tp2
