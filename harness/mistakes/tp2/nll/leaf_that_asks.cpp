// caught by: gradient
// says: You make the loss a leaf that requires gradients. That marks it as something to learn, but
//       tells nobody how it was computed, so the way back to the logits ends there. Only
//       set_backward ties it to its inputs.
// notes: computation_graph
// source: M63
// twin: nothing_handed_on

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
  return Tensor(nn::Matrix{{mean_loss(logits.data(), golds)}}, logits.requires_grad());
}

}  // namespace tp2
