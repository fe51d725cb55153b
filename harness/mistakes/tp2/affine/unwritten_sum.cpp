// caught by: gradient
// says: Your gradient of W starts as a new matrix, whose entries are NaN until they are written,
//       and you add to them. A sum starts at 0.
// notes: unwritten_entries
// source: M36

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient(W.data().rows(), W.data().cols());
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          for (nn::Index j = 0; j < x.data().rows(); ++j)
            gradient(i, j) += g(i, k) * x.data()(j, k);
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
