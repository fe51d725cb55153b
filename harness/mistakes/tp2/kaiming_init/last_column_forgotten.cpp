// caught by: value
// says: Your loop ends before the last column, which stays NaN. With n columns the indices go from
//       0 to n - 1: which is the last that your condition lets through?
// notes: array_bounds
// source: M76

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols() - 1; ++j) entries(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
