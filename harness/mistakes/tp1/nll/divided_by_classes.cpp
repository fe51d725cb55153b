// caught by: value
// says: Your loss is divided by the number of classes. One sample has one loss; there is nothing to
//       average.
// notes: nll
// source: M19

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  const double loss = m - logits(gold) + std::log(sum(exp(logits - m)));
  return loss / static_cast<double>(logits.size());
}

}  // namespace tp1
