// caught by: pure
// says: You change W on the way back. A node only computes gradients; the step is the optimiser's,
//       who knows the learning rate.
// notes: pure_functions
// source: M119

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
      const_cast<nn::Matrix&>(W.data()) -= 0.01 * outer(g, x.data());
    });
  }
  return y;
}

}  // namespace tp2
