// caught by: value
// says: You give all the probability to the largest logit. That is the hard maximum; softmax leaves
//       something to the others, and only so has a useful gradient.
// notes: softmax
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = nn::Vector::zeros(logits.size());
  p(argmax(logits)) = 1.0;
  return p;
}

}  // namespace tp1
