// caught by: value
// says: Your interval lies around 0, but reaches only half the limit on either side. Which numbers
//       does your expression give at both ends?
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) entry = limit * (rng.uniform() - 0.5);
}

}  // namespace tp2
