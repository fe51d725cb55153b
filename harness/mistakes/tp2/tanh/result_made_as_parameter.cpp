// caught by: gradient
// says: You say in the constructor that the result requires gradients. That is for leaves, such as
//       parameters; a computed tensor requires them by itself once set_backward is called, and
//       refuses otherwise.
// notes: computation_graph
// source: M63

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()), x.requires_grad());
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
