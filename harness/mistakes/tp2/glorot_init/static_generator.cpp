// caught by: seed
// says: You draw from a static generator of your own. It goes on from call to call, so the same
//       seed gives other weights each time and nobody can repeat a run. Draw from the one that is
//       passed in.
// notes: pure_functions
// source: M88

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  static nn::Rng own(42);
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
