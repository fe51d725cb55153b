// caught by: gradient
// says: None of the three gradients depends on g: you put ones in its place. By the chain rule the
//       gradient from above is a factor of all of them.
// notes: upstream_gradient
// source: M20, M69

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix& value, const nn::Matrix&) {
      const nn::Matrix ones = nn::Matrix::zeros(value.rows(), value.cols()) + 1.0;
      W.accumulate_gradient(outer(ones, x.data()));
      b.accumulate_gradient(sum_columns(ones));
      x.accumulate_gradient(transposed_times(W.data(), ones));
    });
  }
  return y;
}

}  // namespace tp2
