// caught by: linear
// says: You divide g by its largest entry and multiply by it again later. When g is 0 that is 0
//       over 0, and the gradient becomes NaN. The detour is not needed.
// notes: upstream_gradient
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const double scale = max(abs(g));
      const nn::Matrix direction = g / scale;
      W.accumulate_gradient(scale * outer(direction, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
