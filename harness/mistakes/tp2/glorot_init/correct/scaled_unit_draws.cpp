// variant: Scales a draw from [0, 1); the law is open at the other end.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry = (1.0 - 2.0 * rng.uniform()) * limit;
}

}  // namespace tp2
