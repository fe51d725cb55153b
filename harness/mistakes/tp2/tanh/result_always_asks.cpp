// caught by: graph
// says: Without a gradient to compute you still say that the result requires one. Then everything
//       that is computed from it becomes a graph of constants, for which nobody asks.
// notes: computation_graph
// source: M63
// twin: graph_of_constants

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (!any_require_grad({x})) return Tensor(y.data(), true);
  y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
    x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
  });
  return y;
}

}  // namespace tp2
