// caught by: gradient
// says: You cut the gradient from above off at -1 and 1. A node passes on the true gradient,
//       however large; whether it is limited is for the optimiser to decide.
// notes: upstream_gradient
// source: new

#include <algorithm>

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix h = g;
      for (double& entry : h) entry = std::clamp(entry, -1.0, 1.0);
      W.accumulate_gradient(outer(h, x.data()));
      b.accumulate_gradient(sum_columns(h));
      x.accumulate_gradient(transposed_times(W.data(), h));
    });
  }
  return y;
}

}  // namespace tp2
