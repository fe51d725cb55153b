// caught by: gradient
// says: The gradient of x is computed from the sizes of the weights, without their signs. A
//       negative weight turns the direction round.
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
      x.accumulate_gradient(transposed_times(abs(W.data()), g));
    });
  }
  return y;
}

}  // namespace tp2
