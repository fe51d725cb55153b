// caught by: value
// says: You divide each entry while the sum is still growing, so the first entries are divided by
//       too little. Finish the sum before you use it.
// notes: softmax
// source: M06

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  nn::Vector p(logits.size());
  double total = 0.0;
  for (nn::Index i = 0; i < logits.size(); ++i) {
    p(i) = std::exp(logits(i) - m);
    total += p(i);
    p(i) /= total;
  }
  return p;
}

}  // namespace tp1
