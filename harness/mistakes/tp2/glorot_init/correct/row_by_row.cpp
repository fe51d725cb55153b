// variant: Draws row after row.
// source: V19

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (nn::Index i = 0; i < W.data().rows(); ++i) {
    for (nn::Index j = 0; j < W.data().cols(); ++j) W.data()(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
