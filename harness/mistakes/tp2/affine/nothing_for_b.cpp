// caught by: gradient
// says: Your node hands nothing to b, so the bias never learns. Each of the three inputs needs its
//       gradient.
// notes: affine_node
// source: M33, M74

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
