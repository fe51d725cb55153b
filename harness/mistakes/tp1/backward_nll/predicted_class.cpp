// caught by: value
// says: You subtract at the class with the largest logit in the place of gold. It is the same when
//       the answer is right, and it teaches the wrong class when it is not.
// notes: nll_backward
// source: M23

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(argmax(logits)) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
