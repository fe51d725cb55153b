// caught by: gradient
// says: You hand a gradient to x while the value is being computed. At that time no g exists yet;
//       only the function given to set_backward is called when it does.
// notes: computation_graph
// source: M69

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  const nn::Matrix value = nn::tanh(x.data());
  Tensor y(value);
  if (any_require_grad({x})) {
    x.accumulate_gradient(1.0 - square(value));
    y.set_backward({x}, [](const nn::Matrix&, const nn::Matrix&) {});
  }
  return y;
}

}  // namespace tp2
