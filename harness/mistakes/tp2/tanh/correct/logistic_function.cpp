// variant: By way of the logistic function; the derivative as a product of two factors.
// source: V11, V12

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(2.0 / (1.0 + exp(-2.0 * x.data())) - 1.0);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, hadamard(1.0 - value, 1.0 + value)));
    });
  }
  return y;
}

}  // namespace tp2
