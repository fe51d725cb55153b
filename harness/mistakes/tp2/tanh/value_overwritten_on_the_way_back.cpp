// caught by: gradient
// says: On the way back you write into the value of the node, which is const for a reason: who
//       looks at y afterwards, or goes back once more, finds slopes there. Work on a copy.
// notes: pure_functions
// source: M71

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix& slope = const_cast<nn::Matrix&>(value);
      for (double& entry : slope) entry = 1.0 - entry * entry;
      x.accumulate_gradient(hadamard(g, slope));
    });
  }
  return y;
}

}  // namespace tp2
