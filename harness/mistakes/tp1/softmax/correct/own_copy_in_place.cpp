// variant: Works in place, on a copy of its own.
// source: V09

#include <cmath>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = logits;
  p -= max(p);
  for (double& entry : p) entry = std::exp(entry);
  p /= sum(p);
  return p;
}

}  // namespace tp1
