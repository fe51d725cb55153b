// caught by: value
// says: You draw one of a few hundred whole numbers and scale it, so that many weights are exactly
//       alike. A draw of the generator as a real number has no such steps.
// notes: glorot
// source: M88

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) {
    entry = limit * (static_cast<double>(rng.below(201)) - 100.0) / 100.0;
  }
}

}  // namespace tp2
