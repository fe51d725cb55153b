// caught by: value
// says: You draw the first column and copy it into all others, so no unit can tell its inputs
//       apart. Each entry needs a draw of its own.
// notes: initialisation
// source: new
// twin: one_draw_per_row

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Vector column(W.data().rows());
  for (double& entry : column) entry = rng.uniform(-limit, limit);
  for (nn::Index j = 0; j < W.data().cols(); ++j) set_column(W.data(), j, column);
}

}  // namespace tp2
