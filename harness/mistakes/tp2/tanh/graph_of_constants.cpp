// caught by: graph
// says: You build the graph even if x requires no gradient. Then every image stays in memory for
//       gradients that nobody asks for. Ask first, as relu.cpp does.
// notes: computation_graph
// source: M63

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
    x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
  });
  return y;
}

}  // namespace tp2
