// caught by: value
// says: Your loss is 0.4343 times the expected one: you take the logarithm to base 10. The natural
//       logarithm belongs to exp.
// notes: nll
// source: M12

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) { return -std::log10(softmax(logits)(gold)); }

}  // namespace tp1
