// caught by: gradient
// says: You cut the gradient off at -1 and 1. A node passes on the true gradient, however large;
//       whether it is limited is for the optimiser to decide.
// notes: upstream_gradient
// source: new

#include <algorithm>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient = hadamard(g, 1.0 - square(value));
      for (double& entry : gradient) entry = std::clamp(entry, -1.0, 1.0);
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
