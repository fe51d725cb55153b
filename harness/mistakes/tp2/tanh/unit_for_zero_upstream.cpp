// caught by: linear
// says: You take g = 0 for "not given" and put 1 in its place. 0 is a valid upstream gradient: the
//       loss does not depend on this entry, and nothing below gets a gradient.
// notes: upstream_gradient
// source: new

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      nn::Matrix upstream = g;
      if (max(abs(g)) == 0.0) upstream += 1.0;
      x.accumulate_gradient(hadamard(upstream, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
