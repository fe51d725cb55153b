// caught by: gradient
// says: Your gradient does not depend on g. By the chain rule the slope of this node is a factor
//       next to g, the gradient that comes from above.
// notes: upstream_gradient
// source: M20, M52, M69

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix&) {
      x.accumulate_gradient(1.0 - square(value));
    });
  }
  return y;
}

}  // namespace tp2
