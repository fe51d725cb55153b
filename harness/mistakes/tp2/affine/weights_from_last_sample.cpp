// caught by: gradient
// says: In the loop over the batch each sample overwrites the gradient of the one before, so that
//       only the last counts. W meets every sample, and their gradients add up.
// notes: affine_backward
// source: M58

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient;
      for (nn::Index k = 0; k < g.cols(); ++k) gradient = outer(column(g, k), column(x.data(), k));
      W.accumulate_gradient(gradient);
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
