// caught by: value
// says: You draw from a normal law. Its variance is right, and the paper draws like this, but the
//       exercise asks for the uniform law between -limit and limit.
// notes: kaiming
// source: M81

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

/// A draw from the standard normal law (Box and Muller).
double normal(nn::Rng& rng) {
  const double two_pi = 8.0 * std::atan(1.0);
  return std::sqrt(-2.0 * std::log(1.0 - rng.uniform())) * std::cos(two_pi * rng.uniform());
}

}  // namespace

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());

  const double deviation = std::sqrt(2.0 / fan_in);
  for (double& entry : W.data()) entry = deviation * normal(rng);
}

}  // namespace tp2
