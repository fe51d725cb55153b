// caught by: value
// says: Your fraction stands on its head: the limit grows with the number of inputs. A sum of many
//       products must not get larger for it, so more inputs ask for smaller weights.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(fan_in / 6.0);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
