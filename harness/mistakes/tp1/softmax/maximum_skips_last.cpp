// caught by: extreme
// says: Your search for the largest logit leaves out the last one. It goes unnoticed until that is
//       the largest by far; then exp overflows. Look at the condition of the loop.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double m = logits(0);
  for (nn::Index i = 1; i < logits.size() - 1; ++i) {
    if (logits(i) > m) m = logits(i);
  }
  const nn::Vector e = exp(logits - m);
  return e / sum(e);
}

}  // namespace tp1
