// caught by: value
// says: You add up the negative logarithms of all probabilities. Only the gold class counts: the
//       label is 1 there and 0 elsewhere.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  const double log_total = m + std::log(sum(exp(logits - m)));
  double loss = 0.0;
  for (const double x : logits) loss += log_total - x;
  return loss;
}

}  // namespace tp1
