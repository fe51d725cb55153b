// caught by: value
// says: You draw the sign only, so each weight is either -limit or limit. Asked for is any number
//       in between, all as likely.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double& entry : W.data()) entry = rng.uniform() < 0.5 ? -limit : limit;
}

}  // namespace tp2
