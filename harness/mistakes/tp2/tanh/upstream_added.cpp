// caught by: gradient
// says: You add g to the slope. In the chain rule derivatives along one path are multiplied.
// notes: upstream_gradient
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(g + (1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
