// variant: Ordinary matrix products for everything, with explicit transposes and a column of ones.
// source: V01

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  const nn::Matrix ones = nn::Matrix::zeros(1, x.data().cols()) + 1.0;
  Tensor y(W.data() * x.data() + b.data() * ones);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(g * transpose(x.data()));
      b.accumulate_gradient(g * (nn::Matrix::zeros(g.cols(), 1) + 1.0));
      x.accumulate_gradient(transpose(W.data()) * g);
    });
  }
  return y;
}

}  // namespace tp2
