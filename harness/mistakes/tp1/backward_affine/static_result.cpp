// caught by: value
// says: Your result lives in a static matrix that keeps the shape of the first call. Results must
//       not depend on earlier calls: make a new one each time.
// notes: pure_functions
// source: M08

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  static nn::Matrix gW = nn::Matrix::zeros(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
