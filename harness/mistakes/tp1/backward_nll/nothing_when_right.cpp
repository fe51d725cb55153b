// caught by: value
// says: You return 0 when the answer is right already, as the perceptron does. Here the gradient is
//       p minus label even then: the model can still become surer.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  if (argmax(logits) == gold) return nn::Vector::zeros(logits.size());
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
