// variant: Draws one column after the other and sets it.
// source: V10

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Vector drawn(W.data().rows());
  for (nn::Index j = 0; j < W.data().cols(); ++j) {
    for (double& entry : drawn) entry = rng.uniform(-limit, limit);
    set_column(W.data(), j, drawn);
  }
}

}  // namespace tp2
