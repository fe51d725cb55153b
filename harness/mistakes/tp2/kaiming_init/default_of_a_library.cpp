// caught by: value
// says: Your limit is one over the square root of the fan-in, the default of a well-known library
//       for its linear layers. It is another rule than the one for ReLU.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = 1.0 / std::sqrt(fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
