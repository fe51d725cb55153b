// variant: Draws from a generator of its own, forked from the given one.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Rng own = rng.fork();
  for (double& entry : W.data()) entry = own.uniform(-limit, limit);
}

}  // namespace tp2
