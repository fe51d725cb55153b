// caught by: value
// says: You add two draws to make one weight. Sums near 0 come more often than large ones, so the
//       law is a triangle; asked for is the uniform one, a single draw.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) {
    entry = rng.uniform(-limit / 2.0, limit / 2.0) + rng.uniform(-limit / 2.0, limit / 2.0);
  }
}

}  // namespace tp2
