// caught by: sum
// says: You compute the exponentials here once more, and without the shift: they overflow for
//       logits above 709.78. Your softmax is stable already.
// notes: softmax_shift
// source: M26

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const nn::Vector e = exp(logits);
  nn::Vector gradient = e / sum(e);
  gradient(gold) -= 1.0;
  return g * gradient;
}

}  // namespace tp1
