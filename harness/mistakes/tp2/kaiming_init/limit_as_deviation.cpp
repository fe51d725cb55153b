// caught by: value
// says: You take the formula for a standard deviation and widen it once more. It gives the limit
//       itself: the 6 in it already accounts for the variance of the uniform law.
// notes: kaiming
// source: M83

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(3.0) * std::sqrt(6.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
