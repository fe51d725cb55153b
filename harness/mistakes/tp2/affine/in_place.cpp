// caught by: pure
// says: You write into the numbers of x itself. The result is right, but the caller's x is lost,
//       and others may still need it. Make a new matrix.
// notes: pure_functions
// source: M07, M71

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  const nn::Matrix input = x.data();
  nn::Matrix& batch = const_cast<nn::Matrix&>(x.data());
  batch = add_column(W.data() * batch, b.data());
  Tensor y(batch);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x, input](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, input));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
