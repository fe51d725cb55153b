// caught by: value
// says: You add a small number inside the logarithm. It changes every loss a little and stops it at
//       about 23, where the model is most wrong. With the logarithm of the sum no such number is
//       needed.
// notes: floating_point
// source: M18

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  return -std::log(softmax(logits)(gold) + 1e-10);
}

}  // namespace tp1
