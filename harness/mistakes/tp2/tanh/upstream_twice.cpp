// caught by: gradient
// says: g is in your gradient twice, as a square. It is one factor of the chain rule.
// notes: upstream_gradient
// source: M22

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(square(g), 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
