// caught by: value
// says: g is applied twice, so your gradient grows with its square. It passes every test in which g
//       is 1.
// notes: upstream_gradient
// source: M22

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  nn::Vector gradient = g * softmax(logits);
  gradient(gold) -= g;
  return g * gradient;
}

}  // namespace tp1
