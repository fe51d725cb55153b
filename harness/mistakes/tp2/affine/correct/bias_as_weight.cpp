// variant: The bias as one more column of W, which meets an input that is always 1.
// source: new

#include "tp2/affine.hpp"

namespace tp2 {
namespace {

nn::Matrix with_ones(const nn::Matrix& A) {
  nn::Matrix result(A.rows() + 1, A.cols());
  for (nn::Index k = 0; k < A.cols(); ++k) {
    for (nn::Index i = 0; i < A.rows(); ++i) result(i, k) = A(i, k);
    result(A.rows(), k) = 1.0;
  }
  return result;
}

}  // namespace

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix weights(W.data().rows(), W.data().cols() + 1);
  for (nn::Index j = 0; j < W.data().cols(); ++j) set_column(weights, j, column(W.data(), j));
  set_column(weights, W.data().cols(), column(b.data(), 0));
  Tensor y(weights * with_ones(x.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix gradient = outer(g, with_ones(x.data()));
      nn::Matrix gW(W.data().rows(), W.data().cols());
      for (nn::Index j = 0; j < gW.cols(); ++j) set_column(gW, j, column(gradient, j));
      W.accumulate_gradient(gW);
      b.accumulate_gradient(as_column(column(gradient, gW.cols())));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
