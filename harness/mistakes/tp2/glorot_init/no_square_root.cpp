// caught by: value
// says: You forgot the square root: what you use is the fraction below it. Large layers get weights
//       that are far too small, and their signal dies out from layer to layer.
// notes: glorot
// source: M80

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = 6.0 / (n_in + n_out);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
