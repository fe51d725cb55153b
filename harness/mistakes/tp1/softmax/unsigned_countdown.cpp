// caught by: value
// says: You count down with an unsigned number, for which "at least 0" always holds: after 0 comes
//       the largest number there is. Use nn::Index, which has a sign.
// notes: array_bounds
// source: M41

#include <cstddef>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = exp(logits - max(logits));
  const double total = sum(p);
  for (std::size_t i = static_cast<std::size_t>(p.size()) - 1; i >= 0; --i) {
    p(static_cast<nn::Index>(i)) /= total;
  }
  return p;
}

}  // namespace tp1
