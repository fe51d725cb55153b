#include "tp2/affine.hpp"

namespace tp2 {
namespace {
// BEGIN HELPERS(tp2.affine)
// END HELPERS(tp2.affine)
}  // namespace

Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x) {
  // BEGIN SOLUTION(tp2.affine; W, b, x): return the node of W x + b.
  Tensor y(add_column(W.data() * x.data(), b.data()));
  if (any_require_grad({W, b, x})) {
    y.set_backward({W, b, x}, [W, b, x](const nn::Matrix&, const nn::Matrix& g) {
      // W_ij meets every sample k: dL/dW_ij = sum_k g_ik x_jk, which is g x^T.
      W.accumulate_gradient(outer(g, x.data()));
      // b_i is added in every column: dL/db_i = sum_k g_ik.
      b.accumulate_gradient(sum_columns(g));
      // x_jk reaches every output i: dL/dx_jk = sum_i W_ij g_ik, which is W^T g. Images do not ask
      // for it, and it costs as much as the product of the forward pass.
      if (x.requires_grad()) x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
  // END SOLUTION(tp2.affine)
}

}  // namespace tp2
