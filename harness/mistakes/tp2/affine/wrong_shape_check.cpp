// caught by: value
// says: Your own check of the shapes refuses valid input: W has a row for each output and a column
//       for each input. Compare the pairs once more.
// notes: affine_node
// source: M126

#include "nn/error.hpp"
#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  if (W.data().rows() != x.data().rows())
    throw nn::ShapeError("affine_transform: shapes do not fit");
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
