// variant: Prints a line now and then, which is nobody's business.
// source: V35

#include <iostream>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  static int calls = 0;
  if (++calls % 500 == 1) std::cout << "tanh of " << x.data().size() << " numbers\n";
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
