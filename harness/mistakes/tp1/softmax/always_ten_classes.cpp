// caught by: value
// says: Your loop always runs over 10 entries. MNIST has 10 classes, but softmax is called with
//       other sizes too: ask the vector how many entries it has.
// notes: array_bounds
// source: M09

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double m = logits(0);
  for (int i = 1; i < 10; ++i) {
    if (logits(i) > m) m = logits(i);
  }
  nn::Vector p(10);
  double total = 0.0;
  for (int i = 0; i < 10; ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
  }
  return p / total;
}

}  // namespace tp1
