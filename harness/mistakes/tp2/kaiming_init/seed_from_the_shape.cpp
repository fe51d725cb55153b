// caught by: seed
// says: You make a generator inside and seed it with a property of the parameter, such as its size.
//       Parameters of one shape get the same numbers, and the caller's seed has no effect.
// notes: initialisation
// source: M88

#include <cmath>
#include <cstdint>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Rng own(static_cast<std::uint64_t>(W.data().size()));
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
