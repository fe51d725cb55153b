// caught by: value
// says: Your loop goes one entry too far. Rows and columns end at number n - 1: look at the
//       conditions of the loops.
// notes: array_bounds
// source: M40

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i <= W.rows() - 1; ++i) {
    for (nn::Index j = 0; j <= W.cols(); ++j) gW(i, j) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
