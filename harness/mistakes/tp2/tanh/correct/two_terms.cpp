// variant: Hands on g, and takes the rest away in a second call.
// source: V12

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(g);
      x.accumulate_gradient(-hadamard(g, square(value)));
    });
  }
  return y;
}

}  // namespace tp2
