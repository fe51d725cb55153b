// caught by: value
// says: You use the standard deviation as the limit. The uniform law between -l and l has the
//       variance l squared over 3, so your weights are too small by the factor that separates the
//       two.
// notes: kaiming
// source: M83

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(2.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
