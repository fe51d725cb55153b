// variant: One matrix of log-probabilities serves the loss and the gradient.
// source: V03, V29

#include <cmath>
#include <vector>

#include "tp2/nll.hpp"

namespace tp2 {
namespace {

nn::Matrix log_softmax(const nn::Matrix& logits) {
  nn::Matrix result(logits.rows(), logits.cols());
  for (nn::Index k = 0; k < logits.cols(); ++k) {
    const nn::Vector x = column(logits, k);
    const double m = max(x);
    set_column(result, k, x - (m + std::log(sum(exp(x - m)))));
  }
  return result;
}

}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  const std::vector<nn::Index> golds(gold.begin(), gold.end());
  const nn::Matrix log_p = log_softmax(logits.data());
  nn::Matrix labels = nn::Matrix::zeros(log_p.rows(), log_p.cols());
  for (std::size_t k = 0; k < golds.size(); ++k) labels(golds[k], static_cast<nn::Index>(k)) = 1.0;
  const auto n = static_cast<double>(golds.size());
  double total = 0.0;
  for (std::size_t k = 0; k < golds.size(); ++k)
    total -= log_p(golds[k], static_cast<nn::Index>(k));
  Tensor y(nn::Matrix{{total / n}});
  if (any_require_grad({logits})) {
    y.set_backward({logits}, [logits, log_p, labels, n](const nn::Matrix&, const nn::Matrix& g) {
      logits.accumulate_gradient(g(0, 0) / n * (exp(log_p) - labels));
    });
  }
  return y;
}

}  // namespace tp2
