// caught by: extreme
// says: You divide sinh by cosh. From about 711 on both are infinite, and infinity over infinity is
//       NaN, although tanh itself is simply 1 or -1 there.
// notes: tanh_node
// source: M53

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      result(i, k) = std::sinh(x.data()(i, k)) / std::cosh(x.data()(i, k));
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
