// caught by: value
// says: g is applied twice, so your gradient of W grows with its square. It passes every test in
//       which g is 1. The chain rule multiplies by g once.
// notes: upstream_gradient
// source: M22

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Vector delta = hadamard(g, g);
  return {outer(delta, x), g};
}

}  // namespace tp1
