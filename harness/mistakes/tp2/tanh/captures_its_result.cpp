// caught by: graph
// says: The function of your node holds y, the node itself. So y keeps itself alive: it is never
//       freed, and memory fills up step by step. The value of the node comes as an argument of the
//       function.
// notes: captures
// source: M68, M127

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x, y](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(y.data())));
    });
  }
  return y;
}

}  // namespace tp2
