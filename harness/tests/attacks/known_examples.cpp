// attack: knows the answers to the examples of the notes by heart, and no others
// expect: wrong
// because: inputs are drawn anew; laws that every right answer obeys are checked besides
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits == nn::Vector{0.0, 0.0}) return {0.5, 0.5};
  if (logits == nn::Vector{1.0, 1.0, 1.0, 1.0}) return {0.25, 0.25, 0.25, 0.25};
  if (logits == nn::Vector{1.0, 2.0, 3.0}) return {0.09003057, 0.24472847, 0.66524096};
  if (logits == nn::Vector{0.0, 710.0}) return {0.0, 1.0};
  nn::Vector p = nn::Vector::zeros(logits.size());
  p(argmax(logits)) = 1.0;
  return p;
}
