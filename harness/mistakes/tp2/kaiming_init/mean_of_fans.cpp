// caught by: value
// says: You divide by the mean of fan-in and fan-out. The formula takes one of them: the number of
//       inputs that a unit adds up.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const auto fan_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / ((fan_in + fan_out) / 2.0));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
