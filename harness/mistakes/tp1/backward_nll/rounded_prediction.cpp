// caught by: value
// says: You subtract the label from the decision (1 for the largest logit, 0 for the rest) in the
//       place of the probabilities. That is the perceptron's rule; it does not know how sure the
//       model is.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = nn::Vector::zeros(logits.size());
  gradient(argmax(logits)) += g;
  gradient(gold) -= g;
  return gradient;
}

}  // namespace tp1
