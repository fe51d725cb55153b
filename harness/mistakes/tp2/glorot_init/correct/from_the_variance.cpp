// variant: Computes the limit from the variance, in long double.
// source: V02

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto fans = static_cast<long double>(W.data().rows() + W.data().cols());
  const long double variance = 2.0L / fans;
  const auto limit = static_cast<double>(std::sqrt(3.0L * variance));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
