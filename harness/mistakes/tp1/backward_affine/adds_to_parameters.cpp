// caught by: value
// says: You add the gradient to a copy of W and return that. The result has to start from zero, not
//       from the parameters.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = W;
  gW += outer(g, x);
  nn::Vector gb = b;
  gb += g;
  return {gW, gb};
}

}  // namespace tp1
