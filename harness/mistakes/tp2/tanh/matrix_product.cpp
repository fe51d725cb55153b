// caught by: gradient
// says: You multiply g and the slopes as matrices. tanh works on each entry by itself, so each
//       entry of g meets the slope at the same place, and no other.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(g * (1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
