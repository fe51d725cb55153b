// variant: Asks each input itself, and hands on only what is asked for.
// source: V28

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (W.requires_grad() || b.requires_grad() || x.requires_grad()) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      if (W.requires_grad()) W.accumulate_gradient(outer(g, x.data()));
      if (b.requires_grad()) b.accumulate_gradient(sum_columns(g));
      if (x.requires_grad()) x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
