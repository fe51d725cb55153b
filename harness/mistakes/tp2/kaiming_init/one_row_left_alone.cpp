// caught by: shapes
// says: You leave a parameter of one row alone, as if it were no weights. A layer with a single
//       output has that shape, and its entries stay NaN. The formula holds for every shape.
// notes: initialisation
// source: M76

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  if (W.data().rows() == 1) return;
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
