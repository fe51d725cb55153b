// caught by: gradient
// says: The function of your node computes a gradient and keeps it: nothing reaches x. The way on
//       is accumulate_gradient.
// notes: computation_graph
// source: M72

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      const nn::Matrix gradient = hadamard(g, 1.0 - square(value));
    });
  }
  return y;
}

}  // namespace tp2
