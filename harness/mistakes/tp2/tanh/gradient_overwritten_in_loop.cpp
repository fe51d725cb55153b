// caught by: gradient
// says: The position in your loop goes up by one for each entry, but one of the two indices never
//       moves, so each entry is written over the one before. The others keep the value that they
//       had at first.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix gradient = nn::Matrix::zeros(g.rows(), g.cols());
      for (nn::Index k = 0; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i)
          gradient(0, k) = g(i, k) * (1.0 - value(i, k) * value(i, k));
      }
      x.accumulate_gradient(gradient);
    });
  }
  return y;
}

}  // namespace tp2
