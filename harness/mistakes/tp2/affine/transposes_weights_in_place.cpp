// caught by: pure
// says: On the way back you transpose W itself, which belongs to the caller. The gradients are
//       right, but the layer has other weights afterwards. Make a new matrix.
// notes: pure_functions
// source: M44, M07

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      nn::Matrix& weights = const_cast<nn::Matrix&>(W.data());
      weights = transpose(weights);
      x.accumulate_gradient(weights * g);
    });
  }
  return y;
}

}  // namespace tp2
