// caught by: value
// says: You multiply g by the output of the layer. The factor of W(i, j) in the forward pass is the
//       input x(j).
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Vector y = affine_transform(W, b, x);
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = g(i) * y(i);
  }
  return {gW, g};
}

}  // namespace tp1
