// caught by: gradient
// says: Every column of the gradient of x holds the sum over the batch. W and b are shared by the
//       samples, so their gradients are sums, but each column of x touches its own column of the
//       result only.
// notes: affine_backward
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      const nn::Matrix total = transposed_times(W.data(), sum_columns(g));
      x.accumulate_gradient(add_column(nn::Matrix::zeros(x.data().rows(), x.data().cols()), total));
    });
  }
  return y;
}

}  // namespace tp2
