// caught by: value
// says: You scale entries that have not been written yet. They are NaN, and NaN times a number is
//       NaN. First values do not build on what was there: draw them.
// notes: unwritten_entries
// source: M128
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  W.data() *= rng.uniform(-limit, limit);
}

}  // namespace tp2
