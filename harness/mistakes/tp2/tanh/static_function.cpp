// caught by: gradient
// says: The function of your node is a static variable: it is made at the first call and holds the
//       x of that call for ever. Each node needs a function of its own.
// notes: pure_functions
// source: M70

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    static const BackwardFunction back = [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    };
    y.set_backward({x}, back);
  }
  return y;
}

}  // namespace tp2
