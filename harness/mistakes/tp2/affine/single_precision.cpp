// caught by: value
// says: Your numbers look like single precision: they are right to about 7 digits. Use double
//       everywhere.
// notes: floating_point
// source: M10

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < W.data().rows(); ++i) {
      float total = static_cast<float>(b.data()(i, 0));
      for (nn::Index j = 0; j < W.data().cols(); ++j)
        total += static_cast<float>(W.data()(i, j)) * static_cast<float>(x.data()(j, k));
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
