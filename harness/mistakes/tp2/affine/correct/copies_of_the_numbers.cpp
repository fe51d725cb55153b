// variant: The node keeps copies of the numbers, next to the handles.
// source: V29, V09

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x, weights = W.data(), input = x.data()](const nn::Matrix&,
                                                                              const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, input));
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(weights, g));
    });
  }
  return y;
}

}  // namespace tp2
