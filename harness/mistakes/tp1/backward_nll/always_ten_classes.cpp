// caught by: value
// says: Your label always has 10 entries. MNIST has 10 classes, but this function is called with
//       other sizes too: ask the logits how many they are.
// notes: array_bounds
// source: M09

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector label = nn::Vector::zeros(10);
  label(gold) = 1.0;
  return g * (softmax(logits) - label);
}

}  // namespace tp1
