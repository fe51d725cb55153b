// caught by: pure
// says: You change g itself, which is the gradient of this node and const for a reason: who looks
//       at it afterwards finds another number. Work on a copy.
// notes: pure_functions
// source: M71

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      x.accumulate_gradient(transposed_times(W.data(), g));
      nn::Matrix& total = const_cast<nn::Matrix&>(g);
      for (nn::Index k = 1; k < g.cols(); ++k) {
        for (nn::Index i = 0; i < g.rows(); ++i) total(i, 0) += total(i, k);
      }
      b.accumulate_gradient(as_column(column(total, 0)));
    });
  }
  return y;
}

}  // namespace tp2
