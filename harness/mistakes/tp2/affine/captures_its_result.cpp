// caught by: masks
// says: The function of your node holds y, the node itself. So y keeps itself alive: it is never
//       freed, and memory fills up step by step.
// notes: captures
// source: M68, M127

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x, y](const nn::Matrix&, const nn::Matrix& g) {
      if (y.data().size() == 0) return;
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
