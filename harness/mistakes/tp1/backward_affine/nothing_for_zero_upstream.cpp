// caught by: linear
// says: When g is 0 you return empty gradients. Nothing has to be learned then, but the caller
//       still adds what you return to its parameters: it must have their shapes.
// notes: upstream_gradient
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  if (max(abs(g)) == 0.0) return {};
  return {outer(g, x), g};
}

}  // namespace tp1
