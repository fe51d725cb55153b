// caught by: value
// says: You return 0 when the largest logit is the gold one. The loss also measures how sure the
//       answer is: at 51 % it is about 0.67, and there is more to learn.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  if (argmax(logits) == gold) return 0.0;
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
