// caught by: seed
// says: You seed a generator with the time, so no run can be repeated. Every random number has to
//       come from the generator that is passed in.
// notes: initialisation
// source: M88

#include <chrono>
#include <cmath>
#include <cstdint>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
  nn::Rng own(static_cast<std::uint64_t>(now));
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
