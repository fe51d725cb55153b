// caught by: gradient
// says: You hand W the gradient of x, and x that of W. Follow each of the three gradients to its
//       tensor.
// notes: affine_node
// source: M65

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(transposed_times(W.data(), g));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(outer(g, x.data()));
    });
  }
  return y;
}

}  // namespace tp2
