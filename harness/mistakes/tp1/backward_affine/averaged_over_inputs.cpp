// caught by: value
// says: Your gradient of W is divided by the number of inputs. There is a single sample here and
//       nothing to average.
// notes: affine_backward
// source: M37

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Matrix gW = outer(g, x) / static_cast<double>(x.size());
  return {gW, g};
}

}  // namespace tp1
