// variant: Gain, standard deviation and limit one by one, as libraries do.
// source: V02

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());

  const double gain = std::sqrt(2.0);
  const double deviation = gain / std::sqrt(fan_in);
  const double limit = std::sqrt(3.0) * deviation;
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
