// caught by: value
// says: You use the first terms of the series of tanh for small x. They are right to a few digits
//       only, and double has sixteen: the library's function is right to the last of them.
// notes: floating_point
// source: new

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      const double t = x.data()(i, k);
      result(i, k) = std::abs(t) < 0.1 ? t - t * t * t / 3.0 : std::tanh(t);
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
