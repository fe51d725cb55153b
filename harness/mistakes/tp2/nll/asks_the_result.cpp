// caught by: gradient
// says: Your result is not tied to what it was computed from: set_backward() was not called. Either
//       it is missing, or your condition asks the result whether it requires gradients. That was
//       just made, so it never does; what counts is its input.
// notes: computation_graph
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
    const nn::Vector x = column(logits, static_cast<nn::Index>(k));
    const nn::Vector e = exp(x - max(x));
    nn::Vector p = e / sum(e);
    p(golds[k]) -= 1.0;
    set_column(gradient, static_cast<nn::Index>(k), p);
  }
  return gradient / static_cast<double>(golds.size());
}

}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  const std::vector<nn::Index> golds(gold.begin(), gold.end());
  Tensor y(nn::Matrix{{mean_loss(logits.data(), golds)}});
  if (y.requires_grad()) {
    y.set_backward({logits}, [logits, golds](const nn::Matrix&, const nn::Matrix& g) {
      logits.accumulate_gradient(g(0, 0) * mean_gradient(logits.data(), golds));
    });
  }
  return y;
}

}  // namespace tp2
