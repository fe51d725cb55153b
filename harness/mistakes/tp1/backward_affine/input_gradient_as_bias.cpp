// caught by: value
// says: What you return for b is the gradient of x: W transposed times g, with one entry for each
//       input. The gradient of b has the shape of b.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(g, x), transposed_times(W, g)};
}

}  // namespace tp1
