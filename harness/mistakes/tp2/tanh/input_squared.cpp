// caught by: gradient
// says: You put x where the derivative needs the value of tanh. Near 0 the two are almost alike,
//       further away they are not.
// notes: tanh_node
// source: M50

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(x.data())));
    });
  }
  return y;
}

}  // namespace tp2
