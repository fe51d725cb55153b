// caught by: gradient
// says: The function of your node is a static variable: it is made at the first call and holds the
//       tensors of that call for ever. Each node needs a function of its own.
// notes: pure_functions
// source: M70

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    static const BackwardFunction back = [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    };
    y.set_backward({W, b, x}, back);
  }
  return y;
}

}  // namespace tp2
