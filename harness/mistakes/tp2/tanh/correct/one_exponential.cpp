// variant: One exponential that may become infinite, below a fraction line only.
// source: V11

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(1.0 - 2.0 / (exp(2.0 * x.data()) + 1.0));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
