// caught by: value
// says: You write the limit itself into every entry and draw nothing. Units that start alike
//       receive the same gradients and stay alike; that is why weights are random.
// notes: initialisation
// source: M89

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) entry = limit;
}

}  // namespace tp2
