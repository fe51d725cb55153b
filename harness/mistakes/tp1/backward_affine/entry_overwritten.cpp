// caught by: value
// says: Your inner loop writes every product to the same place, so only the last one is left in
//       each row. Look at the indices on the left-hand side.
// notes: array_bounds
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = nn::Matrix::zeros(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, 0) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
