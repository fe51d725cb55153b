// caught by: gradient
// says: Your result is not tied to what it was computed from: set_backward() was not called. Either
//       it is missing, or your condition asks the result whether it requires gradients. That was
//       just made, so it never does; what counts is its input.
// notes: computation_graph
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (y.requires_grad()) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
