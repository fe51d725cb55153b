// caught by: value
// says: Your gradient is divided by the number of classes. One sample has one loss; there is
//       nothing to average.
// notes: nll_backward
// source: M19

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return g * gradient / static_cast<double>(logits.size());
}

}  // namespace tp1
