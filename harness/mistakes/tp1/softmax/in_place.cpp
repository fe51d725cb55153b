// caught by: pure
// says: You work on the caller's logits themselves. They are promised not to change, and the caller
//       needs them again for the loss and its gradient. Work on a copy.
// notes: pure_functions
// source: M07

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector& x = const_cast<nn::Vector&>(logits);
  x -= max(x);
  const nn::Vector e = exp(x);
  return e / sum(e);
}

}  // namespace tp1
