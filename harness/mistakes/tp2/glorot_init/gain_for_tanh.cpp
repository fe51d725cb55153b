// caught by: value
// says: You multiply by a gain for tanh, as some libraries offer. The formula that is asked for has
//       none.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = 5.0 / 3.0 * std::sqrt(6.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
