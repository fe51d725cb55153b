// caught by: value
// says: You take the largest logit for the logarithm of the sum. It is a good guess when one logit
//       is far above the rest, but the loss is then 0 for every right answer, however unsure.
// notes: log_sum_exp
// source: M15

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return max(logits) - logits(gold); }

}  // namespace tp1
