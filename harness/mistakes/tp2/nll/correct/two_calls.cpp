// variant: Hands on softmax and the labels in two calls.
// source: V21

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
    const nn::Vector x = column(logits, static_cast<nn::Index>(k));
    const nn::Vector e = exp(x - max(x));
    nn::Vector p = e / sum(e);

    set_column(gradient, static_cast<nn::Index>(k), p);
  }
  return gradient / static_cast<double>(golds.size());
}

}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  const std::vector<nn::Index> golds(gold.begin(), gold.end());
  Tensor y(nn::Matrix{{mean_loss(logits.data(), golds)}});
  if (any_require_grad({logits})) {
    y.set_backward({logits}, [logits, golds](const nn::Matrix&, const nn::Matrix& g) {
      logits.accumulate_gradient(g(0, 0) * mean_gradient(logits.data(), golds));
      nn::Matrix labels = nn::Matrix::zeros(logits.data().rows(), logits.data().cols());
      for (std::size_t k = 0; k < golds.size(); ++k)
        labels(golds[k], static_cast<nn::Index>(k)) = 1.0;
      logits.accumulate_gradient(-g(0, 0) / static_cast<double>(golds.size()) * labels);
    });
  }
  return y;
}

}  // namespace tp2
