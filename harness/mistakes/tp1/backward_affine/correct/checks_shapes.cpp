// variant: Checks the shapes itself and throws an exception of its own.
// source: V27

#include <stdexcept>

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  if (W.rows() != g.size() || W.cols() != x.size() || b.size() != g.size()) {
    throw std::invalid_argument("backward_affine_transform: the shapes do not fit");
  }
  return {outer(g, x), g};
}

}  // namespace tp1
