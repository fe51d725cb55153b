// caught by: gradient
// says: The gradient looks like single precision: it is right to about 7 digits. Use double
//       everywhere.
// notes: floating_point
// source: M10

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient = g;
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) {
          const float t = static_cast<float>(value(i, k));
          gradient(i, k) *= 1.0f - t * t;
        }
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
