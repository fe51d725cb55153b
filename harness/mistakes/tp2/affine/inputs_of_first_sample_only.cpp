// caught by: gradient
// says: Only the first column of the gradient of x is filled, the others are 0. Every column of x
//       is a sample with a gradient of its own.
// notes: affine_backward
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      nn::Matrix gradient = nn::Matrix::zeros(x.data().rows(), x.data().cols());
      set_column(gradient, 0, transposed_times(W.data(), column(g, 0)));
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
