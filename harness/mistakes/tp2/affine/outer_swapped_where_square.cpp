// caught by: gradient
// says: You choose a formula for the gradient of W by the shape that comes out. Where there are as
//       many inputs as outputs both shapes fit, and yours is the transpose of the right one.
// notes: affine_backward
// source: M30

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient = outer(x.data(), g);
      if (gradient.rows() != W.data().rows() || gradient.cols() != W.data().cols()) {
        gradient = transpose(gradient);
      }
      W.accumulate_gradient(gradient);
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
