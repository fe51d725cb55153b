// variant: Sums in long double.
// source: V02

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < W.data().rows(); ++i) {
      long double total = b.data()(i, 0);
      for (nn::Index j = 0; j < W.data().cols(); ++j) {
        total += static_cast<long double>(W.data()(i, j)) * x.data()(j, k);
      }
      result(i, k) = static_cast<double>(total);
    }
  }
  Tensor y(result);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      nn::Matrix gradient(g.rows(), 1);
      for (nn::Index i = 0; i < g.rows(); ++i) {
        long double total = 0.0L;
        for (nn::Index k = 0; k < g.cols(); ++k) total += g(i, k);
        gradient(i, 0) = static_cast<double>(total);
      }
      b.accumulate_gradient(gradient);
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
