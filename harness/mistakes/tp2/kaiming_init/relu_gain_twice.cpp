// caught by: value
// says: You multiply by the gain of ReLU once more. The 6 in the formula contains it already, so
//       your weights are too large and the values grow from layer to layer.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(2.0) * std::sqrt(6.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
