// caught by: two_graphs
// says: Your node holds x by reference. It runs when your function has long returned, and the
//       caller's variable may be gone or stand for another tensor by then.
// notes: captures
// source: M67

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    y.set_backward({x}, [&](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
