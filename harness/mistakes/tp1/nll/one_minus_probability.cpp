// caught by: value
// says: You return 1 minus the probability of the gold class. It also falls when the model gets
//       better, but it is not the negative log-likelihood.
// notes: nll
// source: M17

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return 1.0 - softmax(logits)(gold); }

}  // namespace tp1
