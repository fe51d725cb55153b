// caught by: value
// says: Your loops run over as many rows as x has columns, and the other way round. A batch is
//       seldom square: ask the matrix itself, rows() for the first index and cols() for the second.
// notes: array_bounds
// source: M39

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index i = 0; i < result.cols(); ++i) {
    for (nn::Index k = 0; k < result.rows(); ++k) result(i, k) = std::tanh(x.data()(i, k));
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
