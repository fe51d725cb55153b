// caught by: gradient
// says: Your result is not tied to what it was computed from: set_backward() was not called. Either
//       it is missing, or your condition asks the result whether it requires gradients. That was
//       just made, so it never does; what counts are its inputs.
// notes: computation_graph
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (y.requires_grad()) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
