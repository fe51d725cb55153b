// variant: Column after column, from the last to the first, from a matrix of zeros.
// source: V01

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW = nn::Matrix::zeros(g.size(), x.size());
  for (nn::Index j = x.size() - 1; j >= 0; --j) {
    for (nn::Index i = 0; i < g.size(); ++i) gW(i, j) += x(j) * g(i);
  }
  nn::Vector gb = nn::Vector::zeros(g.size());
  gb += g;
  return {gW, gb};
}

}  // namespace tp1
