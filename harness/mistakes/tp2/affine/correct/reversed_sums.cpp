// variant: All sums from the last term to the first.
// source: V02

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < W.data().rows(); ++i) {
      double total = 0.0;
      for (nn::Index j = W.data().cols() - 1; j >= 0; --j) total += W.data()(i, j) * x.data()(j, k);
      result(i, k) = total + b.data()(i, 0);
    }
  }
  Tensor y(result);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient = nn::Matrix::zeros(W.data().rows(), W.data().cols());
      for (nn::Index k = g.cols() - 1; k >= 0; --k)
        gradient += outer(column(g, k), column(x.data(), k));
      W.accumulate_gradient(gradient);
      nn::Matrix total = nn::Matrix::zeros(g.rows(), 1);
      for (nn::Index k = g.cols() - 1; k >= 0; --k) total += as_column(column(g, k));
      b.accumulate_gradient(total);
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
