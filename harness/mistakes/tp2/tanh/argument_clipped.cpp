// caught by: extreme
// says: You cut x off before taking tanh, at a place where tanh is not yet 1 to the last digit. The
//       library's function takes any x as it is.
// notes: floating_point
// source: new

#include <algorithm>
#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      result(i, k) = std::tanh(std::clamp(x.data()(i, k), -10.0, 10.0));
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
