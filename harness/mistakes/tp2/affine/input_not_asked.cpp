// caught by: masks
// says: Your condition forgets x: if it alone requires gradients, no graph is built.
// notes: computation_graph
// source: M64

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
