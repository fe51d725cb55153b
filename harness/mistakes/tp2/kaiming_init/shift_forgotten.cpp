// caught by: value
// says: You draw over the right width, but from 0 on, so no weight is negative. The interval lies
//       around 0: something has to be subtracted.
// notes: kaiming
// source: M82

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) entry = 2.0 * limit * rng.uniform();
}

}  // namespace tp2
