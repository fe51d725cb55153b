// caught by: value
// says: Your result is x itself, as nothing is done to it: nn::tanh returns a new matrix and leaves
//       its argument as it is. Look at what becomes of that new matrix.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result = x.data();
  (void)nn::tanh(result);
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
