// caught by: value
// says: Your gradients are already multiplied by a learning rate. This function returns the
//       gradient itself; the step is the business of the training loop.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double learning_rate = 0.01;
  return {learning_rate * outer(g, x), learning_rate * g};
}

}  // namespace tp1
