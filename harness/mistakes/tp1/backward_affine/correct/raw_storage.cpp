// variant: Writes the entries in the order of storage through data(), column after column.
// source: V32

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  nn::Matrix gW(W.rows(), W.cols());
  double* entry = gW.data();
  for (const double input : x) {
    for (const double upstream : g) *entry++ = upstream * input;
  }
  return {gW, g};
}

}  // namespace tp1
