// caught by: extreme
// says: You divide two exponentials as in the definition. Above 709.78 both are infinite, and
//       infinity over infinity is NaN. Look for a form in which no large exponential occurs, or
//       take the library's function.
// notes: tanh_node
// source: M53

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  const nn::Matrix up = exp(x.data());
  const nn::Matrix down = exp(-x.data());
  Tensor y(hadamard(up - down, 1.0 / (up + down)));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
