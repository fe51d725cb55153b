// caught by: value
// says: Your values have the wrong sign: tanh is positive where x is positive. Check which of the
//       two exponentials is subtracted from which.
// notes: tanh_node
// source: new

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      const double up = std::exp(x.data()(i, k));
      const double down = std::exp(-x.data()(i, k));
      result(i, k) = (down - up) / (down + up);
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
