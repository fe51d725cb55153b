// caught by: gradient
// says: The sums for the gradient of b are integers, so decimals are cut off. Gradients are numbers
//       with decimals.
// notes: integer_division
// source: M46

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      nn::Matrix gradient(g.rows(), 1);
      for (nn::Index i = 0; i < g.rows(); ++i) {
        int total = 0;
        for (nn::Index k = 0; k < g.cols(); ++k) total += g(i, k);
        gradient(i, 0) = total;
      }
      b.accumulate_gradient(gradient);
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
