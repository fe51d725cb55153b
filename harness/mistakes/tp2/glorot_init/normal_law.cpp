// caught by: value
// says: You draw from a normal law. Its variance is right, but the exercise asks for the uniform
//       law between -limit and limit, and a normal draw may lie far outside.
// notes: glorot
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

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());

  const double deviation = std::sqrt(2.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = deviation * normal(rng);
}

}  // namespace tp2
