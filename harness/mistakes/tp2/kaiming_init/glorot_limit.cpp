// caught by: value
// says: This is the limit of Glorot and Bengio, with both fans. It suits tanh; ReLU sets half of
//       the values to 0, which the formula asked for makes up for.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const auto fan_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (fan_in + fan_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
