// variant: Hands on each gradient in two halves, in another order of the inputs.
// source: V21

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({x, b, W}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix half = 0.5 * g;
      for (int part = 0; part < 2; ++part) {
        x.accumulate_gradient(transposed_times(W.data(), half));
        b.accumulate_gradient(sum_columns(half));
        W.accumulate_gradient(outer(half, x.data()));
      }
    });
  }
  return y;
}

}  // namespace tp2
