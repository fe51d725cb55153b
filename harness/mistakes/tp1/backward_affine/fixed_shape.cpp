// caught by: value
// says: Your gradient always has the shape 10 x 784. That is MNIST; this function is called with
//       other shapes too: ask W for its rows and columns.
// notes: array_bounds
// source: M09

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(10, 784);
  for (int i = 0; i < 10; ++i) {
    for (int j = 0; j < 784; ++j) gW(i, j) = g(i) * x(j);
  }
  return {gW, g};
}

}  // namespace tp1
