// caught by: value
// says: You compute the last probability as 1 minus the others, so that the sum is right. When it
//       is small, nearly all its digits cancel, and it may even become negative. Compute it as you
//       compute the others.
// notes: floating_point
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  nn::Vector p = e / sum(e);
  double others = 0.0;
  for (nn::Index i = 0; i + 1 < p.size(); ++i) others += p(i);
  p(p.size() - 1) = 1.0 - others;
  return p;
}

}  // namespace tp1
