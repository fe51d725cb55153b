// caught by: gradient
// says: You use y (1 - y), the derivative of the logistic function. tanh has another one: work it
//       out from the definition.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, hadamard(value, 1.0 - value)));
    });
  }
  return y;
}

}  // namespace tp2
