// caught by: two_graphs
// says: You clear the gradient of x before you add yours. If x is used twice, what came along the
//       other path is lost; the gradients of all paths must add up.
// notes: computation_graph
// source: M58

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.zero_grad();
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
