// caught by: gradient
// says: All three gradients are too small by the number of samples. No mean is taken in this node;
//       if the loss is a mean, g brings that factor along.
// notes: affine_backward
// source: M37

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix share = g / static_cast<double>(g.cols());
      W.accumulate_gradient(outer(share, x.data()));
      b.accumulate_gradient(sum_columns(share));
      x.accumulate_gradient(transposed_times(W.data(), share));
    });
  }
  return y;
}

}  // namespace tp2
