// caught by: linear
// says: You take g = 0 for "not given" and put ones in its place. 0 is a valid upstream gradient:
//       the loss does not depend on this result, and nothing below gets a gradient.
// notes: upstream_gradient
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix h = g;
      if (max(abs(h)) == 0.0) h += 1.0;
      W.accumulate_gradient(outer(h, x.data()));
      b.accumulate_gradient(sum_columns(h));
      x.accumulate_gradient(transposed_times(W.data(), h));
    });
  }
  return y;
}

}  // namespace tp2
