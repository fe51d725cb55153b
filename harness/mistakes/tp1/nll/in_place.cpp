// caught by: pure
// says: You subtract the maximum from the caller's logits themselves. The loss is right, but the
//       caller still needs its logits for the gradient. Work on a copy.
// notes: pure_functions
// source: M07

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  nn::Vector& x = const_cast<nn::Vector&>(logits);
  x -= max(x);
  return std::log(sum(exp(x))) - x(gold);
}

}  // namespace tp1
