// caught by: value
// says: You return g times the probabilities. The gold class has one more term; without it every
//       logit is pushed down and nothing can be learned.
// notes: nll_backward
// source: M24

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  return g * softmax(logits);
}

}  // namespace tp1
