// variant: The outer product the other way round, then transposed.
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Matrix other = outer(x, g);
  return {transpose(other), g};
}

}  // namespace tp1
