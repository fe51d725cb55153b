// caught by: gradient
// says: You multiply g by W as on the way forward. On the way back the gradient goes from outputs
//       to inputs, so W is used the other way round.
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
      x.accumulate_gradient(W.data() * g);
    });
  }
  return y;
}

}  // namespace tp2
