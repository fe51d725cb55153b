// caught by: value
// says: All your weights are positive: you draw from 0 on. Then no unit can ever weigh one input
//       against another; the law is as wide below 0 as above.
// notes: kaiming
// source: M82

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) entry = limit * rng.uniform();
}

}  // namespace tp2
