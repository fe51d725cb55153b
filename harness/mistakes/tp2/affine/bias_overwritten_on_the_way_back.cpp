// caught by: pure
// says: On the way back you use b itself to add up its gradient. The caller's bias is lost, and the
//       next sample meets another layer. Make a new matrix.
// notes: pure_functions
// source: M07, M71

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      nn::Matrix& gradient = const_cast<nn::Matrix&>(b.data());
      gradient = sum_columns(g);
      b.accumulate_gradient(gradient);
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
