// caught by: value
// says: You apply softmax twice: once by hand, and once more inside the formula, which expects
//       logits. The loss then hardly depends on the logits.
// notes: nll
// source: M28

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  const nn::Vector p = softmax(logits);
  return std::log(sum(exp(p))) - p(gold);
}

}  // namespace tp1
