// variant: Refuses what does not fit with an exception of its own.
// source: V27

#include <stdexcept>

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  const auto same = [](nn::Index a, nn::Index c) {
    if (a != c) throw std::invalid_argument("affine_transform: the shapes do not fit");
  };
  same(W.data().cols(), x.data().rows());
  same(W.data().rows(), b.data().rows());
  same(b.data().cols(), 1);
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
