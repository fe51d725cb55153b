#include "tp2/activations.hpp"

namespace tp2 {

Tensor relu(const Tensor& x) {
  Tensor y(nn::maximum(x.data(), 0.0));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      // dL/dx = g * [x > 0], and x > 0 exactly where the value y is.
      x.accumulate_gradient(hadamard(g, positive(value)));
    });
  }
  return y;
}

}  // namespace tp2
