// variant: Draws all numbers, then puts them in a random order.
// source: V20

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
  rng.shuffle(W.data());
}

}  // namespace tp2
