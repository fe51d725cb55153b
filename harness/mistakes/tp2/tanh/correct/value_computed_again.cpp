// variant: Computes tanh of the input once more on the way back.
// source: V08, V12

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(nn::tanh(x.data()))));
    });
  }
  return y;
}

}  // namespace tp2
