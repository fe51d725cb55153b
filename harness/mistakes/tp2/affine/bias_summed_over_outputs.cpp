// caught by: gradient
// says: You add up g over the outputs, down each column. b is shared by the samples, not by the
//       outputs: the sum goes along the rows.
// notes: affine_backward
// source: M32, M73

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      nn::Matrix gradient = nn::Matrix::zeros(g.cols(), 1);
      for (nn::Index k = 0; k < g.cols(); ++k) gradient(k, 0) = sum(column(g, k));
      b.accumulate_gradient(gradient);
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
