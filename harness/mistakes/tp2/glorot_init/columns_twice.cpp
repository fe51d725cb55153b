// caught by: value
// says: You count the columns twice and never the rows. One fan is the number of columns, the other
//       that of rows: look at both lines again.
// notes: glorot
// source: M85

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
