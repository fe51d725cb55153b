// variant: Subtracts the mean of the entries, which is 0 up to rounding.
// source: new

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  gradient -= mean(gradient);
  return g * gradient;
}

}  // namespace tp1
