// variant: The gold entry as minus the sum of the others: more exact where p is near 1.
// source: V07

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = g * softmax(logits);
  double others = 0.0;
  for (nn::Index i = 0; i < gradient.size(); ++i) {
    if (i != gold) others += gradient(i);
  }
  gradient(gold) = -others;
  return gradient;
}

}  // namespace tp1
