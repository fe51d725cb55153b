// caught by: value
// says: Every entry of your bias gradient is the sum of all of g. Each b(i) touches y(i) alone, so
//       it has its own gradient. (Sums come in when a batch of samples shares the bias.)
// notes: affine_backward
// source: M32

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Vector gb(b.size());
  for (double& entry : gb) entry = sum(g);
  return {outer(g, x), gb};
}

}  // namespace tp1
