// caught by: value
// says: Both your loops count up to the number of rows. In a wide matrix the columns beyond that
//       stay NaN, in a tall one you ask for columns that do not exist.
// notes: array_bounds
// source: M76

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.rows(); ++j) entries(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
