// caught by: value
// says: You take the formula for a standard deviation and widen it once more. It gives the limit
//       itself: the 6 in it already accounts for the variance of the uniform law.
// notes: glorot
// source: M83

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());

  const double deviation = std::sqrt(6.0 / (n_in + n_out));
  const double limit = std::sqrt(3.0) * deviation;
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
