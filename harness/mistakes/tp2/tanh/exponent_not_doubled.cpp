// caught by: value
// says: Your values are those of tanh at half of x. When tanh is written with one exponential, or
//       by way of the logistic function, a factor goes into the exponent: work it out from the
//       definition.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(2.0 / (1.0 + exp(-x.data())) - 1.0);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
