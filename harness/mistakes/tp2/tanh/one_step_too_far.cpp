// caught by: value
// says: Your loop goes one entry too far. Rows and columns end at number n - 1: look at the
//       conditions of the loops.
// notes: array_bounds
// source: M40

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < result.cols(); ++k) {
    for (nn::Index i = 0; i <= result.rows(); ++i) result(i, k) = std::tanh(x.data()(i, k));
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
