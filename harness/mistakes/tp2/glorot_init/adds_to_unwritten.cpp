// caught by: value
// says: You add your draws to entries that have not been written yet. Those are NaN, and NaN plus a
//       number is NaN. First values do not build on what was there.
// notes: unwritten_entries
// source: M36
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry += rng.uniform(-limit, limit);
}

}  // namespace tp2
