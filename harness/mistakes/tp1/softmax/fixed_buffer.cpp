// caught by: pure
// says: You keep the exponentials in an array of fixed length. It is long enough for the digits,
//       but with more classes you write past its end. Let the vector tell you how many there are.
// notes: array_bounds
// source: M08

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double e[64];
  const double m = max(logits);
  double total = 0.0;
  for (int i = 0; i < logits.size(); ++i) {
    e[i] = std::exp(logits(i) - m);
    total += e[i];
  }
  nn::Vector p(logits.size());
  for (int i = 0; i < logits.size(); ++i) p(i) = e[i] / total;
  return p;
}

}  // namespace tp1
