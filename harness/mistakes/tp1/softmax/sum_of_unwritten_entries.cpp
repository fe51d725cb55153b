// caught by: value
// says: You add to a vector that has not been written yet: its entries are NaN until you set them.
//       Say what it starts from.
// notes: unwritten_entries
// source: M36

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double m = max(logits);
  nn::Vector e(logits.size());
  for (nn::Index i = 0; i < e.size(); ++i) e(i) += std::exp(logits(i) - m);
  return e / sum(e);
}

}  // namespace tp1
