// caught by: gradient
// says: Your y is a second handle to x and not a new tensor, so set_backward meets a tensor that
//       has its inputs already. Make a new Tensor for every result.
// notes: computation_graph
// source: M71

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y = x;
  for (double& entry : const_cast<nn::Matrix&>(y.data())) entry = std::tanh(entry);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
