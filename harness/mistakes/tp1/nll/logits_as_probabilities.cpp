// caught by: value
// says: You take the logarithm of a logit, as if it were a probability already. Logits may be
//       negative: softmax comes in between.
// notes: nll
// source: M28

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return -std::log(logits(gold)); }

}  // namespace tp1
