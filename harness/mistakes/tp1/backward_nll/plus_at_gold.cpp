// caught by: value
// says: The term of the gold class has the wrong sign: your gradient pushes the right answer away.
//       What is the derivative of -x with respect to x?
// notes: nll_backward
// source: M25

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) += 1.0;
  return g * gradient;
}

}  // namespace tp1
