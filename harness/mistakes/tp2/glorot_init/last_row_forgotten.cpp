// caught by: value
// says: Your loop ends before the last row, which stays NaN. With n rows the indices go from 0 to n
//       - 1: which is the last that your condition lets through?
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
  for (nn::Index i = 0; i + 1 < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
