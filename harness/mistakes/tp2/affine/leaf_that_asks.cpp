// caught by: gradient
// says: You make the result a leaf that requires gradients. That marks it as something to learn,
//       but tells nobody how it was computed, so the way back ends there. Only set_backward ties it
//       to its inputs.
// notes: computation_graph
// source: M63

#include "tp2/affine.hpp"

namespace tp2 {

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  return Tensor(add_column(W.data() * x.data(), b.data()), any_require_grad({W, b, x}));
}

}  // namespace tp2
