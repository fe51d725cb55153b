// caught by: fresh
// says: You draw from a copy of the generator, so the generator itself never moves on, and the next
//       layer gets the same numbers. Draw from the one that is passed in; it cannot be copied for
//       this very reason.
// notes: initialisation
// source: M87

#include <array>
#include <cmath>
#include <cstring>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  std::array<unsigned char, sizeof(nn::Rng)> state;
  std::memcpy(state.data(), static_cast<const void*>(&rng), sizeof(nn::Rng));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
  std::memcpy(static_cast<void*>(&rng), state.data(), sizeof(nn::Rng));
}

}  // namespace tp2
