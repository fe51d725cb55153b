// caught by: constant
// says: You leave out entries whose weight is 0, as if they were not connected. They are connected,
//       with weight 0 for now, and they have a gradient like any other. A network that starts from
//       zeros would never learn.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = nn::Matrix::zeros(W.rows(), W.cols());
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) {
      if (W(i, j) != 0.0) gW(i, j) = g(i) * x(j);
    }
  }
  return {gW, g};
}

}  // namespace tp1
