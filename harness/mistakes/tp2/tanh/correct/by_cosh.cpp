// variant: The derivative as 1 / cosh(x)^2, from the input.
// source: V12

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      nn::Matrix gradient = g;
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          const double c = std::cosh(x.data()(i, k));
          gradient(i, k) = g(i, k) / c / c;
        }
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
