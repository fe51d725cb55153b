// caught by: gradient
// says: You compute the slope by finite differences. That is a fine way to test a gradient, but it
//       keeps only about half of the digits. Work the derivative out.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      const double h = 1e-6;
      x.accumulate_gradient(
          hadamard(g, (nn::tanh(x.data() + h) - nn::tanh(x.data() - h)) / (2.0 * h)));
    });
  }
  return y;
}

}  // namespace tp2
