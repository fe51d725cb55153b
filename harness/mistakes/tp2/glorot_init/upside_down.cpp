// caught by: value
// says: Your fraction stands on its head: the limit grows with the size of the layer. A sum of many
//       products must not get larger for it, so more inputs ask for smaller weights.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt((n_in + n_out) / 6.0);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
