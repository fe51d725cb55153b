// attack: replaces exp() of the mathematical library by one that is always 1, for both sides to
//   use
// expect: wrong
// because: the expected answers are computed in another process
#include <cmath>

#include "tp1/softmax.hpp"

extern "C" double exp(double) noexcept { return 1.0; }

nn::Vector tp1::softmax(const nn::Vector& logits) {
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = ::exp(logits(i));
  return p / sum(p);
}
