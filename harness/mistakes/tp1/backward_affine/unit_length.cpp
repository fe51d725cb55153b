// caught by: value
// says: You scale g to length 1 first. The length of the gradient says how steep the loss is, and
//       the step needs it.
// notes: upstream_gradient
// source: new

#include <cmath>

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double length = std::sqrt(dot(g, g));
  const nn::Vector direction = length > 0.0 ? g / length : g;
  return {outer(direction, x), direction};
}

}  // namespace tp1
