// caught by: gradient
// says: g passes through an int on its way, so its decimals are cut off, and a small g becomes 0.
//       Gradients are numbers with decimals.
// notes: integer_division
// source: M46, M47

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient = 1.0 - square(value);
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          const int upstream = g(i, k);
          gradient(i, k) *= upstream;
        }
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
