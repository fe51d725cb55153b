// variant: A branch for gold and one for the rest, in a lambda.
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector p = softmax(logits);
  const auto entry = [&](nn::Index i) { return i == gold ? -g * (1.0 - p(i)) : g * p(i); };
  nn::Vector gradient(p.size());
  for (nn::Index i = 0; i < p.size(); ++i) gradient(i) = entry(i);
  return gradient;
}

}  // namespace tp1
