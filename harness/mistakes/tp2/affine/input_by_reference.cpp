// caught by: shared
// says: Your node holds x by reference. It runs when your function has long returned, and the
//       caller's variable may be gone or stand for another tensor by then.
// notes: captures
// source: M67

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, &x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
