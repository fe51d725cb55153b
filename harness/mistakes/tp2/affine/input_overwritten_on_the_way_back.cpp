// caught by: pure
// says: On the way back you write the gradient of x over its numbers. The gradient is right, but
//       the caller's x is lost, and others may still need it. Make a new matrix.
// notes: pure_functions
// source: M07, M71

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      nn::Matrix& gradient = const_cast<nn::Matrix&>(x.data());
      gradient = transposed_times(W.data(), g);
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
