// caught by: value
// says: You compute the slopes by finite differences. That is a fine way to test a gradient, but it
//       keeps only about half of the digits and costs two losses for every logit. Work the
//       derivative out.
// notes: nll_backward
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const double h = 1e-6;
  nn::Vector gradient(logits.size());
  for (nn::Index i = 0; i < logits.size(); ++i) {
    nn::Vector above = logits;
    nn::Vector below = logits;
    above(i) += h;
    below(i) -= h;
    gradient(i) = g * (nll(above, gold) - nll(below, gold)) / (2.0 * h);
  }
  return gradient;
}

}  // namespace tp1
