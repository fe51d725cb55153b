// caught by: value
// says: The last column of your gradient stays 0: the loop over the inputs stops one too early.
// notes: array_bounds
// source: M40

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = nn::Matrix::zeros(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols() - 1; ++j) gW(i, j) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
