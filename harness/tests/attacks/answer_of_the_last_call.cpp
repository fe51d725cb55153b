// attack: answers every question with the right answer to the one before
// expect: wrong
// because: answers belong to questions: the grader keeps its own copy of what it asked
#include <utility>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static nn::Vector last = {1.0};
  const nn::Vector e = exp(logits - max(logits));
  return std::exchange(last, e / sum(e));
}
