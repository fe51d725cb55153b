// caught by: gradient
// says: You make new tensors from the numbers of W and b, and hand the gradients to those. W and b
//       never hear of them. A copy of the handle would still stand for the tensor itself.
// notes: computation_graph
// source: M66

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  const Tensor weights(W.data(), W.requires_grad());
  const Tensor bias(b.data(), b.requires_grad());
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({weights, bias, x}, [weights, bias, x](const nn::Matrix&, const nn::Matrix& g) {
      weights.accumulate_gradient(outer(g, x.data()));
      bias.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(weights.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
