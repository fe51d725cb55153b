// caught by: gradient
// says: Inside the function of a node you start another run of backward. The run that is going on
//       already visits every node once; your function only hands its gradient to x.
// notes: computation_graph
// source: M59

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      b.accumulate_gradient(sum_columns(g));
      x.backward(transposed_times(W.data(), g));
    });
  }
  return y;
}

}  // namespace tp2
