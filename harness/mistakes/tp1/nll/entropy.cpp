// caught by: value
// says: You compute the entropy of the prediction, which does not look at the label at all. The
//       weight of each logarithm is the label, 1 for gold and 0 elsewhere.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const nn::Vector p = softmax(logits);
  return -dot(p, log(p));
}

}  // namespace tp1
