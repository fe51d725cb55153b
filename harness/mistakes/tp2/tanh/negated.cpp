// caught by: gradient
// says: Your gradient has the wrong sign. tanh rises everywhere, so its slope is never negative.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, square(value) - 1.0));
    });
  }
  return y;
}

}  // namespace tp2
