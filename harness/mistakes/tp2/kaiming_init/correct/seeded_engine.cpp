// variant: An engine of the standard library, seeded by several numbers of the given generator.
// source: V18

#include <cmath>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  std::seed_seq seeds{rng.bits(), rng.bits(), rng.bits()};
  std::mt19937_64 engine(seeds);
  for (double& entry : W.data()) {
    entry = limit * (2.0 * std::generate_canonical<double, 53>(engine) - 1.0);
  }
}

}  // namespace tp2
