// caught by: gradient
// says: Your conditions are a chain of else, so that only the first input that requires a gradient
//       gets one. The three do not exclude each other.
// notes: computation_graph
// source: M64

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      if (W.requires_grad()) {
        W.accumulate_gradient(outer(g, x.data()));
      } else if (b.requires_grad()) {
        b.accumulate_gradient(sum_columns(g));
      } else {
        x.accumulate_gradient(transposed_times(W.data(), g));
      }
    });
  }
  return y;
}

}  // namespace tp2
