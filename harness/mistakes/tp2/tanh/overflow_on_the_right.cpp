// caught by: extreme
// says: Your exponential becomes infinite for large positive x, and infinity over infinity is NaN.
//       On the other side it is fine: which form suits which side?
// notes: tanh_node
// source: M53

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  const nn::Matrix e = exp(2.0 * x.data());
  Tensor y(hadamard(e - 1.0, 1.0 / (e + 1.0)));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
