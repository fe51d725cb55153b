// caught by: value
// says: A static variable is computed once, at the first call, so every later parameter gets the
//       limit of the first one. The limit depends on the shape: compute it each time.
// notes: pure_functions
// source: M70

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());

  static const double limit = std::sqrt(6.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
