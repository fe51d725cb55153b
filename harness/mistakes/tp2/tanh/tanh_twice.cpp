// caught by: gradient
// says: You take tanh of the value of this node, which is tanh of x already.
// notes: tanh_node
// source: M51

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(nn::tanh(value))));
    });
  }
  return y;
}

}  // namespace tp2
