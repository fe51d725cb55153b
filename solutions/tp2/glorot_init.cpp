#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {
namespace {
// BEGIN HELPERS(tp2.glorot_init)
// END HELPERS(tp2.glorot_init)
}  // namespace

void glorot_init(Parameter& W, nn::Rng& rng) {
  // BEGIN SOLUTION(tp2.glorot_init; W, rng): draw every entry of W, in place.
  nn::Matrix& entries = W.data();
  // limit = sqrt(6 / (fan_in + fan_out)), and W is fan_out x fan_in.
  const double limit = std::sqrt(6.0 / static_cast<double>(entries.cols() + entries.rows()));
  for (double& entry : entries) entry = rng.uniform(-limit, limit);
  // END SOLUTION(tp2.glorot_init)
}

}  // namespace tp2
