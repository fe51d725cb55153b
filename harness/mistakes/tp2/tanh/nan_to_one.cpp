// caught by: extreme
// says: You put 1 where the exponentials gave NaN. On the negative side they give NaN too, and tanh
//       is -1 there. It is safer not to let them overflow.
// notes: tanh_node
// source: M53

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      const double up = std::exp(x.data()(i, k));
      const double down = std::exp(-x.data()(i, k));
      const double t = (up - down) / (up + down);
      result(i, k) = std::isnan(t) ? 1.0 : t;
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
