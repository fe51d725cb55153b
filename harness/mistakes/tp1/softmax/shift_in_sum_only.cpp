// caught by: value
// says: The maximum is subtracted in the sum but not in the entries themselves, so it does not
//       cancel. Use the same exponentials above and below the fraction bar.
// notes: softmax_shift
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  double total = 0.0;
  for (const double x : logits) total += std::exp(x - m);
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = std::exp(logits(i)) / total;
  return p;
}

}  // namespace tp1
