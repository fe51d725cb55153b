// caught by: value
// says: You return the squared distance between the probabilities and the one-hot label. That is
//       another loss, with another gradient.
// notes: nll
// source: new

#include <cmath>

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  nn::Vector difference = softmax(logits);
  difference(gold) -= 1.0;
  return dot(difference, difference);
}

}  // namespace tp1
