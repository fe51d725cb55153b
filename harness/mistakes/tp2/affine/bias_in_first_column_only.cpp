// caught by: value
// says: Only the first column of the result has its bias. Each sample of the batch is multiplied by
//       the same W and moved by the same b.
// notes: affine_node
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result = W.data() * x.data();
  for (nn::Index i = 0; i < result.rows(); ++i) result(i, 0) += b.data()(i, 0);
  Tensor y(result);
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
