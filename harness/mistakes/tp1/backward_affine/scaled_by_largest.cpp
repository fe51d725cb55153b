// caught by: linear
// says: You divide g by its largest entry and multiply by it again later. When g is 0 that is 0
//       over 0, and the gradient becomes NaN. The detour is not needed.
// notes: upstream_gradient
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double scale = max(abs(g));
  const nn::Vector direction = g / scale;
  return {scale * outer(direction, x), g};
}

}  // namespace tp1
