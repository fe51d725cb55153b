// variant: Returns zeros at once when g is 0.
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  if (g == 0.0) return nn::Vector::zeros(logits.size());
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  gradient *= g;
  return gradient;
}

}  // namespace tp1
