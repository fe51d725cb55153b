// variant: Draws into a new matrix and assigns it to the one that is there.
// source: V21

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Matrix drawn(W.data().rows(), W.data().cols());
  for (double& entry : drawn) entry = rng.uniform(-1.0, 1.0);
  W.data() = limit * drawn;
}

}  // namespace tp2
