// caught by: gradient
// says: The gradient of W is built from g and the result of the layer. A weight is multiplied by
//       its input, so that input is its slope.
// notes: affine_backward
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix& value, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, value));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
