// caught by: gradient
// says: The gradient of b comes from the first column of g alone. b is added in every column, and
//       all of them count.
// notes: affine_backward
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(as_column(column(g, 0)));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
