// caught by: gradient
// says: You compute the slopes by finite differences. That is a fine way to test a gradient, but it
//       keeps only about half of the digits and costs two losses for every logit. Work the
//       derivative out.
// notes: nll_node
// source: new

#include <cmath>
#include <vector>

#include "tp2/nll.hpp"

namespace tp2 {
namespace {

double mean_loss(const nn::Matrix& logits, const std::vector<nn::Index>& golds) {
  double total = 0.0;
  for (std::size_t k = 0; k < golds.size(); ++k) {
    const nn::Vector x = column(logits, static_cast<nn::Index>(k));
    const double m = max(x);
    total += m + std::log(sum(exp(x - m))) - x(golds[k]);
  }
  return total / static_cast<double>(golds.size());
}

nn::Matrix mean_gradient(const nn::Matrix& logits, const std::vector<nn::Index>& golds) {
  nn::Matrix gradient(logits.rows(), logits.cols());
  for (std::size_t k = 0; k < golds.size(); ++k) {
    for (nn::Index i = 0; i < logits.rows(); ++i) {
      const auto at = static_cast<nn::Index>(k);
      nn::Matrix above = logits;
      nn::Matrix below = logits;
      above(i, at) += 1e-6;
      below(i, at) -= 1e-6;
      gradient(i, at) = (mean_loss(above, golds) - mean_loss(below, golds)) / 2e-6;
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
