// caught by: seed
// says: A static seed is drawn at the first call and used for ever. Every parameter gets the same
//       numbers, whatever seed the caller chose.
// notes: pure_functions
// source: M87

#include <cmath>
#include <cstdint>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  static const std::uint64_t seed = rng.bits();
  nn::Rng own(seed);
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
