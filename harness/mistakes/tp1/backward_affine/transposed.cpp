// caught by: value
// says: Your gradient of W is the outer product the wrong way round: it has the shape of W
//       transposed. With a square W nobody notices the shape, but the numbers are wrong all the
//       same. Row i belongs to output i.
// notes: affine_backward
// source: M30

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(x, g), g};
}

}  // namespace tp1
