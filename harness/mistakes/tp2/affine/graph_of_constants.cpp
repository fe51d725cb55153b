// caught by: masks
// says: You build the graph even if nothing requires a gradient. Then every image stays in memory
//       for gradients that nobody asks for. Ask first, as relu.cpp does.
// notes: computation_graph
// source: M63

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  Tensor y(add_column(W.data() * x.data(), b.data()));
  y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
    W.accumulate_gradient(outer(g, x.data()));
    b.accumulate_gradient(sum_columns(g));
    x.accumulate_gradient(transposed_times(W.data(), g));
  });
  return y;
}

}  // namespace tp2
