// variant: Two loops, row after row.
// source: V01

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
