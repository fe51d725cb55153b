#include "tp2/nll.hpp"

#include <cmath>
#include <vector>

namespace tp2 {
namespace {
// BEGIN HELPERS(tp2.nll)
/// The mean over the columns x_k of log sum_i exp(x_ik) - x_ck. With m the largest logit of a
/// column, log sum_i exp(x_i) = m + log sum_i exp(x_i - m): nothing overflows.
double mean_nll(const nn::Matrix& logits, const std::vector<nn::Index>& gold) {
  double total = 0.0;
  nn::Index k = 0;
  for (const nn::Index c : gold) {
    const nn::Vector x = column(logits, k++);
    const double m = max(x);
    total += (m - x(c)) + std::log(sum(exp(x - m)));
  }
  return total / static_cast<double>(gold.size());
}

/// Its gradient. Column k is in one of the n terms of the mean only, and
/// d/dx_i (log sum_j exp(x_j) - x_c) = softmax(x)_i - [i = c].
nn::Matrix mean_nll_gradient(const nn::Matrix& logits, const std::vector<nn::Index>& gold) {
  nn::Matrix gradient(logits.rows(), logits.cols());
  nn::Index k = 0;
  for (const nn::Index c : gold) {
    const nn::Vector x = column(logits, k);
    const nn::Vector e = exp(x - max(x));
    set_column(gradient, k, e / sum(e));
    gradient(c, k++) -= 1.0;
  }
  return gradient / static_cast<double>(gold.size());
}
// END HELPERS(tp2.nll)
}  // namespace

Tensor nll(const Tensor& logits, std::span<const nn::Index> gold) {
  // BEGIN SOLUTION(tp2.nll; logits, gold): return the node of the mean loss, 1 x 1.
  const std::vector<nn::Index> golds(gold.begin(), gold.end());
  Tensor y(nn::Matrix{{mean_nll(logits.data(), golds)}});
  if (any_require_grad({logits})) {
    y.set_backward({logits}, [logits, golds](const nn::Matrix&, const nn::Matrix& g) {
      logits.accumulate_gradient(g(0, 0) * mean_nll_gradient(logits.data(), golds));
    });
  }
  return y;
  // END SOLUTION(tp2.nll)
}

}  // namespace tp2
