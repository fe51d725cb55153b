// variant: Draws size and sign apart.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) {
    const double size = rng.uniform(0.0, limit);
    entry = rng.below(2) == 0 ? size : -size;
  }
}

}  // namespace tp2
