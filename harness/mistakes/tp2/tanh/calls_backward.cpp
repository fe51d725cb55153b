// caught by: gradient
// says: Inside the function of a node you start another run of backward. The run that is going on
//       already visits every node once; your function only hands its gradient to x.
// notes: computation_graph
// source: M59

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.backward(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
