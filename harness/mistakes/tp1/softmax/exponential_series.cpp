// caught by: value
// says: You compute the exponential by a sum of its power series that is too short. It is good near
//       0 and far off at -8, where large terms of changing sign should cancel. Use the library's
//       exp.
// notes: floating_point
// source: new

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

double exponential(double x) {
  double term = 1.0;
  double total = 1.0;
  for (int k = 1; k < 20; ++k) {
    term *= x / k;
    total += term;
  }
  return total;
}

}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector e = logits - max(logits);
  for (double& entry : e) entry = exponential(entry);
  return e / sum(e);
}

}  // namespace tp1
