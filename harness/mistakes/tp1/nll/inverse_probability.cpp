// caught by: value
// says: You return 1 over the probability. The logarithm is missing.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return 1.0 / softmax(logits)(gold); }

}  // namespace tp1
