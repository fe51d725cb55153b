// caught by: value
// says: Your loop takes one step too many and asks for a column that does not exist. With n columns
//       the last index is n - 1.
// notes: array_bounds
// source: M40

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j <= entries.cols(); ++j) entries(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
