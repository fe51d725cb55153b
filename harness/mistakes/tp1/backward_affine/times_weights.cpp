// caught by: value
// says: Your gradient of W is multiplied by W. The layer is linear in W: how much y changes with an
//       entry does not depend on that entry's value.
// notes: affine_backward
// source: M31

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {hadamard(W, outer(g, x)), g};
}

}  // namespace tp1
