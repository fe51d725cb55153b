// caught by: value
// says: You draw one number and write it everywhere. Units that start alike receive the same
//       gradients and stay alike; each entry needs a draw of its own.
// notes: initialisation
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  const double drawn = rng.uniform(-limit, limit);
  for (double& entry : W.data()) entry = drawn;
}

}  // namespace tp2
