// variant: Computes the slope with the value, keeps it, and multiplies by g later.
// source: V12, V29

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  const nn::Matrix value = nn::tanh(x.data());
  Tensor y(value);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x, slope = 1.0 - square(value)](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, slope));
    });
  }
  return y;
}

}  // namespace tp2
