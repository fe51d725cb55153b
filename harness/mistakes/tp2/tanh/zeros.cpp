// caught by: value
// says: Your result is all zeros: the loop gives new values to copies of the entries, which are
//       thrown away. To change the entries of a matrix a loop needs references to them.
// notes: tanh_node
// source: new

#include <cmath>

#include "tp2/activations.hpp"

namespace tp2 {

Tensor tanh(const Tensor& x) {
  nn::Matrix result = nn::Matrix::zeros(x.data().rows(), x.data().cols());
  for (double entry : result) entry = std::tanh(entry);
  Tensor y(result);
  if (any_require_grad({x})) {
    y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 1.0 - square(value)));
    });
  }
  return y;
}

}  // namespace tp2
