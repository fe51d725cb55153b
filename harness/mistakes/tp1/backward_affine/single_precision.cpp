// caught by: value
// says: Your numbers look like single precision: they are right to about 7 digits. Use double
//       everywhere.
// notes: floating_point
// source: M10

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    const float gi = static_cast<float>(g(i));
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = gi * static_cast<float>(x(j));
  }
  return {gW, g};
}

}  // namespace tp1
