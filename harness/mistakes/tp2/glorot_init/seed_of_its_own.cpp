// caught by: seed
// says: You make a generator inside, with a fixed seed. Every parameter gets the same numbers, and
//       the seed that the caller chose has no effect. Draw from the generator that is passed in.
// notes: initialisation
// source: M86

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Rng own(42);
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
