// caught by: value
// says: You use one index for rows and columns, so only the diagonal is written and the rest stays
//       NaN. A matrix needs a loop inside a loop.
// notes: array_bounds
// source: M76

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows() && i < entries.cols(); ++i) {
    entries(i, i) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
