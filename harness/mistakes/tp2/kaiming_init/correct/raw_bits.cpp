// variant: Makes real numbers from random bits by itself.
// source: V18

#include <cmath>
#include <cstdint>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (double& entry : W.data()) {
    entry = limit * std::ldexp(static_cast<double>(static_cast<std::int64_t>(rng.bits())), -63);
  }
}

}  // namespace tp2
