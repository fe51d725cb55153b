// caught by: value
// says: You draw from a normal law and take the limit for its standard deviation. Asked for is the
//       uniform law, which never goes beyond the limit.
// notes: glorot
// source: M81, M83

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
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry = limit * normal(rng);
}

}  // namespace tp2
