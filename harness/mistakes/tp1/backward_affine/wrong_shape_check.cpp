// caught by: value
// says: Your own check of the shapes refuses valid input: W has a row for each output and a column
//       for each input. Compare the pairs once more.
// notes: affine_backward
// source: M126

#include <stdexcept>

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  if (W.rows() != x.size() || W.cols() != g.size()) {
    throw std::invalid_argument("backward_affine_transform: shapes do not fit");
  }
  return {outer(g, x), g};
}

}  // namespace tp1
