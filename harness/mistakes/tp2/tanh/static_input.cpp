// caught by: two_graphs
// says: The input is kept in one static variable for all nodes, so that after a second call the
//       first node hands its gradient to the wrong tensor. Each node needs a handle of its own.
// notes: pure_functions
// source: M70

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  static Tensor last = x;
  last = x;
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [](const nn::Matrix& value, const nn::Matrix& g) {
      last.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
