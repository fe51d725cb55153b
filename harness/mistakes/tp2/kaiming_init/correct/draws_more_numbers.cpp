// variant: Throws the first numbers away and draws two for each entry.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (int k = 0; k < 100; ++k) rng.bits();
  for (double& entry : W.data()) {
    const double drawn = rng.uniform(-limit, limit);
    entry = rng.uniform() < 0.5 ? drawn : -drawn;
  }
}

}  // namespace tp2
