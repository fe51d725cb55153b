// caught by: value
// says: You multiply the error p minus label by p (1 - p) once more. That factor belongs to the
//       squared error; with the logarithm it cancels.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  nn::Vector error = p;
  error(gold) -= 1.0;
  return g * hadamard(error, hadamard(p, 1.0 - p));
}

}  // namespace tp1
