// caught by: gradient
// says: Only the first column of your gradient is filled, the others are 0. Every column of x is a
//       sample that needs its gradient.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient = nn::Matrix::zeros(g.rows(), g.cols());
      for (nn::Index i = 0; i < g.rows(); ++i)
        gradient(i, 0) = g(i, 0) * (1.0 - value(i, 0) * value(i, 0));
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
