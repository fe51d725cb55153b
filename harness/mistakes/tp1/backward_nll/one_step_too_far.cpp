// caught by: value
// says: Your loop goes one entry too far. A vector of n entries ends at position n - 1: look at the
//       condition of the loop.
// notes: array_bounds
// source: M40

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  nn::Vector gradient(p.size());
  for (nn::Index i = 0; i <= p.size(); ++i) {
    gradient(i) = g * (p(i) - (i == gold ? 1.0 : 0.0));
  }
  return gradient;
}

}  // namespace tp1
