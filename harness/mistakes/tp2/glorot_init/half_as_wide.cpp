// caught by: value
// says: You move a draw from [0, 1) down by one half and multiply by the limit. That reaches half
//       the limit on either side. Which numbers does your expression give at both ends?
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry = limit * (rng.uniform() - 0.5);
}

}  // namespace tp2
