// caught by: pure
// says: You multiply the slopes into g itself, which is the gradient of this node and const for a
//       reason: who looks at it afterwards finds that of x. Work on a copy.
// notes: pure_functions
// source: M71

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix& product = const_cast<nn::Matrix&>(g);
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) product(i, k) *= 1.0 - value(i, k) * value(i, k);
      }
      x.accumulate_gradient(product);
    });
  }
  return y;
}

}  // namespace tp2
