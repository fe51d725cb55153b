// caught by: value
// says: g goes through an int on its way, which cuts off everything behind the point: 0.9 becomes
//       0. Look at the types of your variables.
// notes: integer_division
// source: M48

#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector backward_nll(const nn::Vector& logits, nn::Index gold, double g) {
  const int upstream = g;
  nn::Vector gradient = softmax(logits);
  gradient(gold) -= 1.0;
  return upstream * gradient;
}

}  // namespace tp1
