// caught by: value
// says: Your loss is kept in an int, which cuts off everything behind the point. Look at the types
//       of your variables.
// notes: integer_division
// source: M46

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  const int loss = m + std::log(sum(exp(logits - m))) - logits(gold);
  return loss;
}

}  // namespace tp1
