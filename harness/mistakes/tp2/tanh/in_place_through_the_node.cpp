// caught by: pure
// says: On the way back you write the slopes into the numbers of x. The gradient is right, but the
//       caller's x is lost, and others may still need it. Make a new matrix.
// notes: pure_functions
// source: M71

#include "tp2/activations.hpp"
#include "tp2/node.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.node().data = 1.0 - square(value);
      x.accumulate_gradient(hadamard(g, x.data()));
    });
  }
  return y;
}

}  // namespace tp2
