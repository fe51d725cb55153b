// caught by: pure
// says: You write the gradient over the caller's logits. The numbers are right, but the logits are
//       gone. Work on a copy.
// notes: pure_functions
// source: M07

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector& gradient = const_cast<nn::Vector&>(logits);
  gradient = softmax(logits);
  gradient(gold) -= 1.0;
  gradient *= g;
  return gradient;
}

}  // namespace tp1
