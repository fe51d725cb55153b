// variant: Prints a line now and then, which is nobody's business.
// source: V35

#include <iostream>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  static int calls = 0;
  if (++calls % 500 == 1) std::cout << "softmax of " << logits.size() << " logits\n";
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

}  // namespace tp1
