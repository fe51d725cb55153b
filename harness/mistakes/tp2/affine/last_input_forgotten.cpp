// caught by: value
// says: Your sum ends one input too early: the last column of W never counts.
// notes: array_bounds
// source: M115

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < W.data().rows(); ++i) {
      double total = b.data()(i, 0);
      for (nn::Index j = 0; j < W.data().cols() - 1; ++j) total += W.data()(i, j) * x.data()(j, k);
      result(i, k) = total;
    }
  }
  Tensor y(result);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
