// caught by: gradient
// says: You copied the derivative of ReLU, which is 1 above 0 and 0 below. tanh bends everywhere,
//       so its slope is another one at each x.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, positive(value)));
    });
  }
  return y;
}

}  // namespace tp2
