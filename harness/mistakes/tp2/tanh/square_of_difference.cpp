// caught by: gradient
// says: You square the difference of 1 and y. Work the derivative out once more, and see what the
//       square belongs to.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, square(1.0 - value)));
    });
  }
  return y;
}

}  // namespace tp2
