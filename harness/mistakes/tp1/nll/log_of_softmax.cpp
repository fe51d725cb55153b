// caught by: extreme
// says: You take the logarithm of a probability that may have become 0, and the loss is then
//       infinite. Simplify log(softmax(x)[gold]) on paper: one of the two exponentials disappears.
// notes: log_sum_exp
// source: M11

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return -std::log(softmax(logits)(gold)); }

}  // namespace tp1
