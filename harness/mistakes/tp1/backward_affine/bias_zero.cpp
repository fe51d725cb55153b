// caught by: value
// says: Your bias gradient is 0, so b would never learn. It is easy to overlook, because the
//       accuracy hardly suffers. How much does y(i) change when b(i) does?
// notes: affine_backward
// source: M33

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  return {outer(g, x), nn::Vector::zeros(b.size())};
}

}  // namespace tp1
