// caught by: value
// says: You have the formula for a leaky ReLU, with its slope below 0 in the denominator. Ours has
//       the slope 0 there, so that nothing is added.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double slope = 0.1;
  const double limit = std::sqrt(6.0 / ((1.0 + slope * slope) * fan_in));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
