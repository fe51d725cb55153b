// variant: Column j of the gradient is g times x(j).
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  AffineGradient gradient{nn::Matrix(W.rows(), W.cols()), g};
  for (nn::Index j = 0; j < W.cols(); ++j) set_column(gradient.W, j, g * x(j));
  return gradient;
}

}  // namespace tp1
