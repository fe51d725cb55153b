// caught by: value
// says: You add to a matrix that has not been written yet: its entries are NaN until you set them.
//       Say what it starts from.
// notes: unwritten_entries
// source: M36

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  gW += outer(g, x);
  return {gW, g};
}

}  // namespace tp1
