// caught by: value
// says: Your gradient of W(i, j) is g(i) W(i, j). That would be the derivative with respect to x;
//       with respect to W the other factor of the product stays.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = W;
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) *= g(i);
  }
  return {gW, g};
}

}  // namespace tp1
