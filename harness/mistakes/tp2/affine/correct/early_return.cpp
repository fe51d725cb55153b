// variant: Returns early where no graph is wanted; the inputs that ask for nothing are not listed.
// source: V28, V32

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (!any_require_grad({W, b, x})) return y;
  if (!x.requires_grad()) {
    y.set_backward({W, b}, [W, b, input = x.data()](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, input));
      b.accumulate_gradient(sum_columns(g));
    });
    return y;
  }
  y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
    W.accumulate_gradient(outer(g, x.data()));
    b.accumulate_gradient(sum_columns(g));
    x.accumulate_gradient(transposed_times(W.data(), g));
  });
  return y;
}

}  // namespace tp2
