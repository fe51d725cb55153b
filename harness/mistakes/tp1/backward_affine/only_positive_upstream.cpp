// caught by: value
// says: You pass on positive upstream gradients only. That is what a relu does with its own input;
//       an affine layer passes on both signs.
// notes: upstream_gradient
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Vector delta = maximum(g, 0.0);
  return {outer(delta, x), delta};
}

}  // namespace tp1
