// caught by: gradient
// says: Your gradient is too small by the number of columns. Each column of x has its own column of
//       y, and no mean is taken here: if the loss is a mean, g brings that factor along.
// notes: tanh_node
// source: M37

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)) / static_cast<double>(g.cols()));
    });
  }
  return y;
}

}  // namespace tp2
