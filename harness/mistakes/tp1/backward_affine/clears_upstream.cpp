// caught by: pure
// says: You set g to zero after use. It belongs to the caller, who may need it for other gradients:
//       leave the arguments as they are.
// notes: pure_functions
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Matrix gW = outer(g, x);
  const nn::Vector gb = g;
  const_cast<nn::Vector&>(g) *= 0.0;
  return {gW, gb};
}

}  // namespace tp1
