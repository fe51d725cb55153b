// caught by: value
// says: Your one-hot label is written at the gold class only. The other entries are not 0: a new
//       nn::Vector is NaN until you write it.
// notes: unwritten_entries
// source: M36

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector label(logits.size());
  label(gold) = 1.0;
  return g * (softmax(logits) - label);
}

}  // namespace tp1
