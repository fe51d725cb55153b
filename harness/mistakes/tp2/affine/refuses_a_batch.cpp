// caught by: value
// says: You throw an exception when x has more than one column. A batch is valid input: one sample
//       in each column.
// notes: affine_node
// source: M126

#include "nn/error.hpp"
#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  if (x.data().cols() != 1) throw nn::ShapeError("affine_transform: x is not a column");
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
