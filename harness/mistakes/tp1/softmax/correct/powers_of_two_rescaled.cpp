// variant: exp(x) as 2 to the power x / log 2: the base does not matter if the exponent follows.
// source: new

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  constexpr double kLog2E = 1.4426950408889634;
  nn::Vector p = logits - max(logits);
  for (double& entry : p) entry = std::exp2(entry * kLog2E);
  p /= sum(p);
  return p;
}

}  // namespace tp1
