// variant: Asks x itself whether it requires gradients, and returns early.
// source: V28

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (!x.requires_grad()) return y;
  y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
    x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
  });
  return y;
}

}  // namespace tp2
