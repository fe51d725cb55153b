// variant: More digits than needed, forward and backward.
// source: V02

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      result(i, k) = static_cast<double>(std::tanh(static_cast<long double>(x.data()(i, k))));
    }
  }
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient = g;
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          const long double t = std::tanh(static_cast<long double>(x.data()(i, k)));
          gradient(i, k) = static_cast<double>(g(i, k) * (1.0L - t * t));
        }
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
