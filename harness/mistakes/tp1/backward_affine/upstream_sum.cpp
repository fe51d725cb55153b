// caught by: value
// says: You multiply x by the sum of g, so all rows of your gradient are the same. Each output has
//       its own upstream gradient.
// notes: upstream_gradient
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = sum(g) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
