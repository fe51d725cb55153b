// caught by: extreme
// says: The value is right for any x, but the derivative is computed from exponentials that become
//       infinite, and infinity over infinity is NaN. The derivative can be written with y alone.
// notes: tanh_node
// source: M26

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      const nn::Matrix e = exp(2.0 * x.data());
      x.accumulate_gradient(hadamard(g, hadamard(4.0 * e, 1.0 / square(e + 1.0))));
    });
  }
  return y;
}

}  // namespace tp2
