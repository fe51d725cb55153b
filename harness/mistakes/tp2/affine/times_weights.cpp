// caught by: gradient
// says: You multiply the gradient of W by W itself. The result is linear in W, so its slope with
//       respect to W does not contain W.
// notes: affine_backward
// source: M31

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(hadamard(W.data(), outer(g, x.data())));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
