// caught by: value
// says: You add up the rows of the gradient of W to get that of b. That would count every input,
//       but the bias does not see the inputs.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const nn::Matrix gW = outer(g, x);
  nn::Vector gb = nn::Vector::zeros(gW.rows());
  for (nn::Index j = 0; j < gW.cols(); ++j) gb += column(gW, j);
  return {gW, gb};
}

}  // namespace tp1
