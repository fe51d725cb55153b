// caught by: pure
// says: You write the result into the numbers of x itself. The result is right, but the caller's x
//       is lost, and others may still need it. Make a new matrix.
// notes: pure_functions
// source: M07, M71

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix& entries = const_cast<nn::Matrix&>(x.data());
  for (double& entry : entries) entry = std::tanh(entry);
  Tensor y(entries);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
