// caught by: value
// says: You subtract at the class after gold. Classes are numbered from 0, as entries are.
// notes: nll_backward
// source: M16

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold + 1) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
