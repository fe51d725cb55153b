// caught by: value
// says: You apply softmax twice. What comes in are logits, and one softmax turns them into
//       probabilities; the second one makes them nearly equal.
// notes: nll_backward
// source: M28

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(softmax(logits));
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
