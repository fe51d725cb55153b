// caught by: value
// says: Your gradients are divided by the number of outputs. There is a single sample here and
//       nothing to average.
// notes: affine_backward
// source: M37

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double n = static_cast<double>(g.size());
  return {outer(g, x) / n, g / n};
}

}  // namespace tp1
