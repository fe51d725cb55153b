// variant: Plain loops, forward and backward.
// source: V01, V12

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    for (nn::Index i = 0; i < x.data().rows(); ++i) {
      result(i, k) = std::tanh(x.data()(i, k));
    }
  }
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient(g.rows(), g.cols());
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          gradient(i, k) = g(i, k) * (1.0 - value(i, k) * value(i, k));
        }
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
