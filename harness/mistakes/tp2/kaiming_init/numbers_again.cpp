// caught by: fresh
// says: Two parameters in a row get the same numbers, since you keep a seed from one call to the
//       next. Layers that start alike learn alike: take new numbers for each.
// notes: initialisation
// source: M87

#include <cmath>
#include <cstdint>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  static std::uint64_t seed = 0;
  static bool used = true;
  used = !used;
  if (!used) seed = rng.bits();
  nn::Rng own(seed);
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
