// caught by: value
// says: You treat x as one sample: only its first column appears in the result. x may be a batch,
//       with one sample in each column.
// notes: tanh_node
// source: new

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result(x.data().rows(), 1);
  for (nn::Index i = 0; i < result.rows(); ++i) result(i, 0) = std::tanh(x.data()(i, 0));
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
