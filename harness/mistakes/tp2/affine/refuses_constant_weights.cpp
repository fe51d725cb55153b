// caught by: masks
// says: You throw an exception if W requires no gradient. That is valid: a frozen layer still
//       passes gradients on to what lies below.
// notes: computation_graph
// source: M126

#include <stdexcept>

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  if (x.requires_grad() && !W.requires_grad()) {
    throw std::invalid_argument("affine_transform: W is not a parameter");
  }
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
