// caught by: value
// says: g(i) is kept in an int, which cuts off everything behind the point. Look at the types of
//       your variables.
// notes: integer_division
// source: M47

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    const int upstream = g(i);
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = upstream * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
