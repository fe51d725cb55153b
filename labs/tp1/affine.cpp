#include "tp1/affine.hpp"

namespace tp1 {

nn::Vector affine_transform(const nn::Matrix& W, const nn::Vector& b, const nn::Vector& x) {
  return W * x + b;
}

}  // namespace tp1
