// caught by: value
// says: You count down with an unsigned number, for which "at least 0" always holds: after 0 comes
//       the largest number there is. Use nn::Index, which has a sign.
// notes: array_bounds
// source: M41

#include <cmath>
#include <cstddef>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result = x.data();
  for (nn::Index k = 0; k < result.cols(); ++k) {
    for (std::size_t i = static_cast<std::size_t>(result.rows()) - 1; i >= 0; --i) {
      double& entry = result(static_cast<nn::Index>(i), k);
      entry = std::tanh(entry);
    }
  }
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
