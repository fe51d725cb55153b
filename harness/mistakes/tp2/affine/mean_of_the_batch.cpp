// caught by: value
// says: The samples of the batch are averaged into one. Each column of x has its own column in the
//       result; means belong into the loss.
// notes: affine_node
// source: M37

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  const nn::Matrix mean_x = sum_columns(x.data()) / static_cast<double>(x.data().cols());
  Tensor y(W.data() * mean_x + b.data());
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
