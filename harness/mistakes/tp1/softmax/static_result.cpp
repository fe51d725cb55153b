// caught by: value
// says: Your result lives in a static vector that is made at the first call and keeps that size for
//       ever. Results must not depend on earlier calls: make a new vector each time.
// notes: pure_functions
// source: M08

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  static nn::Vector p(logits.size());
  const double m = max(logits);
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
  }
  for (nn::Index i = 0; i < logits.size(); ++i) p(i) /= total;
  return p;
}

}  // namespace tp1
