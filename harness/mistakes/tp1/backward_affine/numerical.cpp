// caught by: value
// says: You compute the slopes by finite differences. That is a fine way to test a gradient, but it
//       keeps only about half of the digits and costs two forward passes for every parameter. Work
//       the derivative out.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double h = 1e-6;
  nn::Matrix gW(W.rows(), W.cols());
  nn::Matrix moved = W;
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) {
      moved(i, j) = W(i, j) + h;
      const double above = dot(g, affine_transform(moved, b, x));
      moved(i, j) = W(i, j) - h;
      const double below = dot(g, affine_transform(moved, b, x));
      moved(i, j) = W(i, j);
      gW(i, j) = (above - below) / (2.0 * h);
    }
  }
  return {gW, g};
}

}  // namespace tp1
