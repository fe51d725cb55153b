// caught by: shift
// says: You cut large logits off before exp, to stay below the overflow. All logits above the limit
//       then get the same probability, although they differ. Shift the logits; do not cut them.
// notes: softmax_shift
// source: new

#include <algorithm>
#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector e(logits.size());
  for (nn::Index i = 0; i < e.size(); ++i) e(i) = std::exp(std::min(logits(i), 700.0));
  return e / sum(e);
}

}  // namespace tp1
