// variant: The outer product of matrices of one column each, as for a batch of one.
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  AffineGradient gradient;
  gradient.W = outer(as_column(g), as_column(x));
  gradient.b = column(sum_columns(as_column(g)), 0);
  return gradient;
}

}  // namespace tp1
