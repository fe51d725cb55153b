// caught by: value
// says: You return the parameters after a step of gradient descent. What is asked for is the
//       gradient; the training loop takes the step.
// notes: affine_backward
// source: new

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double learning_rate = 0.01;
  nn::Matrix W_new = W;
  W_new -= learning_rate * outer(g, x);
  return {W_new, b - learning_rate * g};
}

}  // namespace tp1
