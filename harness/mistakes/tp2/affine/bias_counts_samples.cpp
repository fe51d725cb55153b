// caught by: gradient
// says: The gradient of b counts the samples: g does not enter. By the chain rule the slope, 1 for
//       each sample, is multiplied by g.
// notes: upstream_gradient
// source: M35

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(nn::Matrix::zeros(g.rows(), 1) + static_cast<double>(g.cols()));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
