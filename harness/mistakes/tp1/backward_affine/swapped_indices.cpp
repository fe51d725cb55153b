// caught by: value
// says: Your two loops mix up rows and columns: the row of W counts outputs, the column counts
//       inputs. Ask for one entry which output and which input it joins.
// notes: affine_backward
// source: M30

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) gW(i, j) = g(j) * x(i);
  }
  return {gW, g};
}

}  // namespace tp1
