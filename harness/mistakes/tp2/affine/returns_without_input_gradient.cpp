// caught by: masks
// says: The function of your node returns as soon as it sees that x requires no gradient. W and b
//       come after that line, and get nothing.
// notes: computation_graph
// source: M64

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      if (!x.requires_grad()) return;
      x.accumulate_gradient(transposed_times(W.data(), g));
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
    });
  }
  return y;
}

}  // namespace tp2
