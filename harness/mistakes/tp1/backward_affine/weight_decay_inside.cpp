// caught by: value
// says: You add a multiple of W, as for a penalty on large weights. The loss here has no such term,
//       so neither has its gradient.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = 1e-4 * W;
  gW += outer(g, x);
  return {gW, g};
}

}  // namespace tp1
