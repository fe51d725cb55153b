// caught by: seed
// says: You draw with std::rand, which knows nothing of the seed that the caller chose, and whose
//       numbers are no good on some systems. Draw from the generator that is passed in.
// notes: initialisation
// source: M88

#include <cmath>
#include <cstdlib>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) {
    entry = limit * (2.0 * std::rand() / static_cast<double>(RAND_MAX) - 1.0);
  }
}

}  // namespace tp2
