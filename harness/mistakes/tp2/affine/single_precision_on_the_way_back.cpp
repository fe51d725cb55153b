// caught by: gradient
// says: The gradient of W looks like single precision: it is right to about 7 digits. Use double
//       everywhere.
// notes: floating_point
// source: M10

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient = nn::Matrix::zeros(W.data().rows(), W.data().cols());
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          for (nn::Index j = 0; j < x.data().rows(); ++j) {
            gradient(i, j) += static_cast<float>(g(i, k)) * static_cast<float>(x.data()(j, k));
          }
        }
      }
      W.accumulate_gradient(gradient);
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
