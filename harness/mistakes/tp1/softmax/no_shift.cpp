// caught by: shift
// says: You take exp of the logits as they are. Above about 709.78 that is infinite, and infinity
//       over infinity is NaN. Look for a number that you may subtract from every logit without
//       changing the fraction.
// notes: softmax_shift
// source: M01

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits);
  return e / sum(e);
}

}  // namespace tp1
