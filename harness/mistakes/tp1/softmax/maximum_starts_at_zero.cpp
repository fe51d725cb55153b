// caught by: shift
// says: Your search for the largest logit starts from 0. If all logits are negative it finds 0,
//       which is none of them, and for very negative ones every exponential becomes 0. Look at the
//       first value of your maximum.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  double m = 0.0;
  for (const double x : logits) {
    if (x > m) m = x;
  }
  const nn::Vector e = exp(logits - m);
  return e / sum(e);
}

}  // namespace tp1
