// caught by: value
// says: You read the logit after the right one. Classes are numbered from 0, as entries are.
// notes: nll
// source: M16

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold + 1);
}

}  // namespace tp1
