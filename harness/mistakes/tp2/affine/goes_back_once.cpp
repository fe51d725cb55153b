// caught by: shared
// says: Going back uses up what the node has stored, so it works only once. A graph may be gone
//       through again: the caller decides how often.
// notes: captures
// source: new

#include <utility>

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    nn::Matrix input = x.data();
    y.set_backward({W, b, x}, [W, b, x, input](const nn::Matrix&, const nn::Matrix& g) mutable {
      b.accumulate_gradient(sum_columns(g));
      x.accumulate_gradient(transposed_times(W.data(), g));
      W.accumulate_gradient(outer(g, std::move(input)));
    });
  }
  return y;
}

}  // namespace tp2
