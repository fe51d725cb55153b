// variant: Plain loops, forward and backward.
// source: V01

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < W.data().rows(); ++i) {
      double total = 0.0;
      for (nn::Index j = 0; j < W.data().cols(); ++j) total += W.data()(i, j) * x.data()(j, k);
      result(i, k) = total + b.data()(i, 0);
    }
  }
  Tensor y(result);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix& weights = W.data();
      const nn::Matrix& input = x.data();
      nn::Matrix gW = nn::Matrix::zeros(weights.rows(), weights.cols());
      nn::Matrix gb = nn::Matrix::zeros(weights.rows(), 1);
      nn::Matrix gx = nn::Matrix::zeros(input.rows(), input.cols());
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          gb(i, 0) += g(i, k);
          for (nn::Index j = 0; j < weights.cols(); ++j) {
            gW(i, j) += g(i, k) * input(j, k);
            gx(j, k) += weights(i, j) * g(i, k);
          }
        }
      }
      W.accumulate_gradient(gW);
      b.accumulate_gradient(gb);
      x.accumulate_gradient(gx);
    });
  }
  return y;
}

}  // namespace tp2
