// caught by: two_graphs
// says: The value is kept in one static variable for all nodes. When two graphs exist, the second
//       has overwritten what the first still needs.
// notes: pure_functions
// source: M70

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  static nn::Matrix last;
  last = nn::tanh(x.data());
  Tensor y(last);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(last)));
    });
  }
  return y;
}

}  // namespace tp2
