// caught by: value
// says: Your values lie between 0 and 1: that is the logistic function. tanh is its relative that
//       goes from -1 to 1 and through 0; see how the two are related.
// notes: tanh_node
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(1.0 / (1.0 + exp(-x.data())));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
