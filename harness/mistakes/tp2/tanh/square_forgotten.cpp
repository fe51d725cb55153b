// caught by: gradient
// says: Your gradient fits 1 - y. Differentiate tanh once more on paper: a power is missing.
// notes: tanh_node
// source: M49

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - value));
    });
  }
  return y;
}

}  // namespace tp2
