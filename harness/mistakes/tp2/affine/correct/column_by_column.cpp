// variant: Each sample by itself, also on the way back: the gradients add up in the tensors.
// source: new

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  nn::Matrix result(W.data().rows(), x.data().cols());
  for (nn::Index k = 0; k < x.data().cols(); ++k) {
    set_column(result, k, W.data() * column(x.data(), k) + column(b.data(), 0));
  }
  Tensor y(result);
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      for (nn::Index k = 0; k < g.cols(); ++k) {
        const nn::Vector upstream = column(g, k);
        W.accumulate_gradient(outer(upstream, column(x.data(), k)));
        b.accumulate_gradient(as_column(upstream));
        nn::Matrix gradient = nn::Matrix::zeros(x.data().rows(), x.data().cols());
        set_column(gradient, k, transposed_times(W.data(), upstream));
        x.accumulate_gradient(gradient);
      }
    });
  }
  return y;
}

}  // namespace tp2
