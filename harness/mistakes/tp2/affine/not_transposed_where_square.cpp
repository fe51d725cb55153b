// caught by: gradient
// says: You choose a formula for the gradient of x by the shape that comes out. Where there are as
//       many inputs as outputs both shapes fit, and W is used the wrong way round.
// notes: affine_backward
// source: M34

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      if (W.data().rows() == W.data().cols()) {
        x.accumulate_gradient(W.data() * g);
      } else {
        x.accumulate_gradient(transposed_times(W.data(), g));
      }
    });
  }
  return y;
}

}  // namespace tp2
