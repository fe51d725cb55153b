// caught by: gradient
// says: All three gradients have the wrong sign. A gradient points uphill; it is the optimiser that
//       goes down.
// notes: affine_backward
// source: M91

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix down = -g;
      W.accumulate_gradient(outer(down, x.data()));
      b.accumulate_gradient(sum_columns(down));
      x.accumulate_gradient(transposed_times(W.data(), down));
    });
  }
  return y;
}

}  // namespace tp2
