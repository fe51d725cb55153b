// caught by: value
// says: You drop the sign of g. The sign is what tells the parameters whether to grow or to shrink.
// notes: upstream_gradient
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Vector size = abs(g);
  return {outer(size, x), size};
}

}  // namespace tp1
