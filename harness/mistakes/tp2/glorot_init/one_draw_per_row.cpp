// caught by: value
// says: You draw once for each row and write that number into the whole row, so a unit weighs all
//       of its inputs alike. Each entry needs a draw of its own.
// notes: initialisation
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    const double drawn = rng.uniform(-limit, limit);
    for (nn::Index j = 0; j < entries.cols(); ++j) entries(i, j) = drawn;
  }
}

}  // namespace tp2
