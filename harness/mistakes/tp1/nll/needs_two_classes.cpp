// caught by: value
// says: You refuse a single logit. One class is allowed: nothing is uncertain then, and the formula
//       gives 0 without a special case.
// notes: nll
// source: M126

#include <cmath>
#include <stdexcept>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  if (logits.size() < 2) throw std::invalid_argument("nll: at least two classes expected");
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(gold);
}

}  // namespace tp1
