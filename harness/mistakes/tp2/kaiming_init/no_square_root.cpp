// caught by: value
// says: You forgot the square root: what you use is the fraction below it. The weights get far too
//       small, and the signal dies out from layer to layer.
// notes: kaiming
// source: M80

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = 6.0 / fan_in;
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
