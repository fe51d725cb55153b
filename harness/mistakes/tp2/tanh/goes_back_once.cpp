// caught by: two_graphs
// says: Going back uses up what the node has stored, so it works only once. A graph may be gone
//       through again: the caller decides how often.
// notes: captures
// source: new

#include <utility>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  Tensor y(nn::tanh(x.data()));
  if (any_require_grad({x})) {
    nn::Matrix slope = 1.0 - square(y.data());
    y.set_backward({x}, [x, slope](const nn::Matrix&, const nn::Matrix& g) mutable {
      x.accumulate_gradient(hadamard(std::move(slope), g));
    });
  }
  return y;
}

}  // namespace tp2
