// caught by: gradient
// says: You make a new tensor from the numbers of x, and hand the gradient to that one. x never
//       hears of it. A copy of the handle would still stand for x itself.
// notes: computation_graph
// source: M66
// twin: nothing_handed_on

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  const Tensor input(x.data(), x.requires_grad());
  Tensor y(nn::tanh(input.data()));
  if (any_require_grad({x})) {
    y.set_backward({input}, [input](const nn::Matrix& value, const nn::Matrix& g) {
      input.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
