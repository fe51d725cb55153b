// caught by: gradient
// says: You hand g on as it is, as if tanh were the identity. The chain rule multiplies g by the
//       slope of this node at each entry.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) { x.accumulate_gradient(g); });
  }
  return y;
}

}  // namespace tp2
