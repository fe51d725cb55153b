// caught by: value
// says: The sum is kept in a static variable, which is set to 0 once in the life of the program:
//       every call adds to what earlier ones have left.
// notes: pure_functions
// source: M70

#include <cmath>

#include "tp1/nll.hpp"

namespace tp1 {

double nll(const nn::Vector& logits, nn::Index gold) {
  static double total = 0.0;
  const double m = max(logits);
  for (const double x : logits) total += std::exp(x - m);
  return m + std::log(total) - logits(gold);
}

}  // namespace tp1
