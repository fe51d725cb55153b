// caught by: value
// says: You fill the diagonal only, with a single loop. Every output sees every input, so every
//       entry of W has a gradient.
// notes: affine_backward
// source: new

#include <algorithm>

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = nn::Matrix::zeros(W.rows(), W.cols());
  for (nn::Index i = 0; i < std::min(W.rows(), W.cols()); ++i) gW(i, i) = g(i) * x(i);
  return {gW, g};
}

}  // namespace tp1
