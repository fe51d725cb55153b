// attack: changes the question so that its easy answer becomes the right one
// expect: wrong
// because: the grader compares with its own copy, and asks to see the inputs after the call
#include <algorithm>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  auto& question = const_cast<nn::Vector&>(logits);
  std::fill(question.begin(), question.end(), 0.0);
  return nn::Vector::zeros(logits.size()) + 1.0 / static_cast<double>(logits.size());
}
