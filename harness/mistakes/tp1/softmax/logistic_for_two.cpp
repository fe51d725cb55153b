// caught by: value
// says: Your special case for two classes looks at the first logit alone. The probability depends
//       on the difference of the two; the general formula already covers this case.
// notes: softmax
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  if (logits.size() == 2) {
    const double p = 1.0 / (1.0 + std::exp(-logits(0)));
    return {p, 1.0 - p};
  }
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

}  // namespace tp1
