// caught by: value
// says: You take the square root of the sum of the fans alone, and 6 stays as it is, so the weights
//       are too large. In the formula the root goes over the whole fraction.
// notes: glorot
// source: M80

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = 6.0 / std::sqrt(n_in + n_out);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
