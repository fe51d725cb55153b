// caught by: gradient
// says: Your node hands nothing to x, so the layers below never learn. Each of the three inputs
//       needs its gradient.
// notes: affine_node
// source: M72

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
    });
  }
  return y;
}

}  // namespace tp2
