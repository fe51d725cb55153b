// caught by: value
// says: Your loss is 1.4427 times the expected one: you take the logarithm to base 2. The natural
//       logarithm belongs to exp.
// notes: nll
// source: M12

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return (m - logits(gold)) / std::log(2.0) + std::log2(sum(exp(logits - m)));
}

}  // namespace tp1
