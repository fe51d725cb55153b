// caught by: pure
// says: You write the probabilities over the caller's logits. The result is right, but the logits
//       are gone. Work on a copy.
// notes: pure_functions
// source: M07

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector& p = const_cast<nn::Vector&>(logits);
  p = exp(p - max(p));
  p /= sum(p);
  return p;
}

}  // namespace tp1
