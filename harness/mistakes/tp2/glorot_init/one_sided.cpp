// caught by: value
// says: All your weights are positive: you draw from 0 on. With weights of one sign the units of a
//       layer all push the same way; the law is as wide below 0 as above.
// notes: glorot
// source: M82

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry = rng.uniform(0.0, limit);
}

}  // namespace tp2
