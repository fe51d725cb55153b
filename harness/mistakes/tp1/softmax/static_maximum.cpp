// caught by: shift
// says: The maximum is kept in a static variable, so it still holds the largest logit of all
//       earlier calls. With smaller logits every exponential becomes 0. Look at what the word
//       static does.
// notes: pure_functions
// source: M08

#include <algorithm>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  static double m = logits(0);
  for (const double x : logits) m = std::max(m, x);
  const nn::Vector e = exp(logits - m);
  return e / sum(e);
}

}  // namespace tp1
