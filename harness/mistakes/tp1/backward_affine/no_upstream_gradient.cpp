// caught by: value
// says: Your gradient of W leaves out g. It is the derivative of y, not of the loss: the chain rule
//       multiplies by the upstream gradient of the output that the entry touches.
// notes: upstream_gradient
// source: M35

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Vector ones = nn::Vector::zeros(g.size()) + 1.0;
  return {outer(ones, x), g};
}

}  // namespace tp1
