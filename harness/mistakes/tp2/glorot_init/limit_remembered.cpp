// caught by: shapes
// says: A static variable is computed once, at the first call, so every later parameter gets the
//       limit of the first one. The limit depends on the shape: compute it each time.
// notes: pure_functions
// source: M70

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());

  static const double limit = std::sqrt(6.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
