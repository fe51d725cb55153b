// variant: Standard algorithms and a template of its own.
// source: V32

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tp1/softmax.hpp"

namespace tp1 {
namespace {

template <class Number>
struct Shifted {
  Number shift;
  Number operator()(Number x) const { return std::exp(x - shift); }
};

}  // namespace

nn::Vector softmax(const nn::Vector& logits) {
  const double largest = *std::max_element(logits.begin(), logits.end());
  nn::Vector p(logits.size());
  std::transform(logits.begin(), logits.end(), p.begin(), Shifted<double>{largest});
  const double total = std::accumulate(p.begin(), p.end(), 0.0);
  std::for_each(p.begin(), p.end(), [total](double& entry) { entry /= total; });
  return p;
}

}  // namespace tp1
