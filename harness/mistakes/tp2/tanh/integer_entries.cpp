// caught by: value
// says: An int holds x on the way, so its decimals are cut off. Numbers with decimals stay in a
//       double all the way.
// notes: integer_division
// source: M47

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      const int t = x.data()(i, k);
      result(i, k) = std::tanh(t);
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
