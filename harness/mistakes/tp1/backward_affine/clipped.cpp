// caught by: value
// says: You limit the gradients to the range from -1 to 1. Clipping is a trick of some training
//       loops; the gradient itself must be exact.
// notes: upstream_gradient
// source: new

#include <algorithm>

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = outer(g, x);
  for (double& entry : gW) entry = std::clamp(entry, -1.0, 1.0);
  nn::Vector gb = g;
  for (double& entry : gb) entry = std::clamp(entry, -1.0, 1.0);
  return {gW, gb};
}

}  // namespace tp1
