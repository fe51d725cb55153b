// attack: answers the first question rightly and all others with zeros
// expect: wrong
// because: a check asks many questions, and one wrong answer is enough
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static bool first = true;
  if (!first) return nn::Vector::zeros(logits.size());
  first = false;
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}
