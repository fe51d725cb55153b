// caught by: gradient
// says: You combine g and the slopes as in the affine layer, with a sum over rows. tanh works on
//       each entry by itself, so each entry of g meets the slope at the same place, and no other.
// notes: tanh_node
// source: M73

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(transposed_times(1.0 - square(value), g));
    });
  }
  return y;
}

}  // namespace tp2
