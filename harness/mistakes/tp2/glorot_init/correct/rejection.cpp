// variant: Draws from a wider interval until a number is within the limit.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) {
    do {
      entry = rng.uniform(-2.0 * limit, 2.0 * limit);
    } while (std::abs(entry) > limit);
  }
}

}  // namespace tp2
