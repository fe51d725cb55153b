// caught by: shift
// says: You always subtract the same constant. Whatever it is, some logits are larger by more than
//       710. The shift has to follow the logits.
// notes: softmax_shift
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  const double kShift = 20.0;
  const nn::Vector e = exp(logits - kShift);
  return e / sum(e);
}

}  // namespace tp1
