// caught by: pure
// says: Your function changes W and b. It has to say how steep the loss is; taking the step is up
//       to the training loop.
// notes: pure_functions
// source: M119

#include "tp1/affine.hpp"

namespace tp1 {

AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g) {
  const double learning_rate = 0.01;
  const_cast<nn::Matrix&>(W) -= learning_rate * outer(g, x);
  const_cast<nn::Vector&>(b) -= learning_rate * g;
  return {outer(g, x), g};
}

}  // namespace tp1
