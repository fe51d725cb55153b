// variant: The way back is a class of its own, and the values go through std::transform.
// source: V32, V09

#include <algorithm>
#include <cmath>
#include <utility>

#include "tp2/activations.hpp"

namespace tp2 {
namespace {

struct TanhBackward {
  Tensor input;
  void operator()(const nn::Matrix& value, const nn::Matrix& g) const {
    nn::Matrix gradient = square(value);
    gradient -= 1.0;
    gradient *= -1.0;
    input.accumulate_gradient(hadamard(std::move(gradient), g));
  }
};

}  // namespace

Tensor tanh(const Tensor& x) {
  nn::Matrix result = x.data();
  std::transform(result.begin(), result.end(), result.begin(),
                 [](double t) { return std::tanh(t); });
  Tensor y(std::move(result));
  if (any_require_grad({x})) y.set_backward({x}, TanhBackward{x});
  return y;
}

}  // namespace tp2
