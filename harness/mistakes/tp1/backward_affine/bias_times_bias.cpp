// caught by: value
// says: Your bias gradient is multiplied by b. The layer is linear in b: its derivative does not
//       depend on the value of b.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(g, x), hadamard(g, b)};
}

}  // namespace tp1
