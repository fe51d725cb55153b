// caught by: fresh
// says: You draw from a copy of the generator, so the generator itself never moves on, and the next
//       layer gets the same numbers. Draw from the one that is passed in; it cannot be copied for
//       this very reason.
// notes: initialisation
// source: M87

#include <cmath>
#include <cstring>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Rng copy(0);
  std::memcpy(static_cast<void*>(&copy), static_cast<const void*>(&rng), sizeof(nn::Rng));
  for (double& entry : W.data()) entry = copy.uniform(-limit, limit);
}

}  // namespace tp2
