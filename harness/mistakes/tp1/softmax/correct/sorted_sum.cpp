// variant: Adds the exponentials from the smallest to the largest, in a sorted copy.
// source: V02

#include <algorithm>
#include <numeric>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  nn::Vector p = exp(logits - max(logits));
  nn::Vector ascending = p;
  std::sort(ascending.begin(), ascending.end());
  p /= std::accumulate(ascending.begin(), ascending.end(), 0.0);
  return p;
}

}  // namespace tp1
