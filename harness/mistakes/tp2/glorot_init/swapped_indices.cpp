// caught by: value
// says: You exchanged row and column: the first index counts rows. As soon as the matrix is not
//       square you ask for entries that do not exist.
// notes: array_bounds
// source: M39

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(j, i) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
