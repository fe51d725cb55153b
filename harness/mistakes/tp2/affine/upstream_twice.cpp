// caught by: gradient
// says: The square of g is in your gradients. g is one factor of the chain rule.
// notes: upstream_gradient
// source: M22

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix twice = square(g);
      W.accumulate_gradient(outer(twice, x.data()));
      b.accumulate_gradient(sum_columns(twice));
      x.accumulate_gradient(transposed_times(W.data(), twice));
    });
  }
  return y;
}

}  // namespace tp2
