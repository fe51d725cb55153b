// caught by: value
// says: Your bias gradient is 1 everywhere: that is the derivative of y, not of the loss. The chain
//       rule multiplies it by the upstream gradient g.
// notes: upstream_gradient
// source: M35

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(g, x), nn::Vector::zeros(b.size()) + 1.0};
}

}  // namespace tp1
