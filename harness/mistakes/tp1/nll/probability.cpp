// caught by: value
// says: You return the probability of the gold class. The loss is the negative of its logarithm.
// notes: nll
// source: M17

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return softmax(logits)(gold); }

}  // namespace tp1
