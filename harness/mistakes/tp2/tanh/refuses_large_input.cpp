// caught by: extreme
// says: You throw an exception for large x. They are valid input: tanh is 1 or -1 there, as close
//       as a double can tell.
// notes: tanh_node
// source: M126

#include <cmath>
#include <stdexcept>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  for (const double entry : x.data()) {
    if (std::abs(entry) > 700.0) throw std::domain_error("tanh: x is too large");
  }
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
