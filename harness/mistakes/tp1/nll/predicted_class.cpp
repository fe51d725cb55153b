// caught by: value
// says: You use the class with the largest logit in the place of gold. The loss is then small
//       whether the answer is right or wrong.
// notes: nll
// source: M23

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const double m = max(logits);
  return m + std::log(sum(exp(logits - m))) - logits(argmax(logits));
}

}  // namespace tp1
