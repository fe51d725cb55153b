// caught by: value
// says: Your gradients have the wrong sign. The minus of gradient descent belongs to the update
//       step; the gradient itself points uphill.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(-g, x), -g};
}

}  // namespace tp1
