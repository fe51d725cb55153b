// caught by: value
// says: You divide 6 by the first fan only and add the other one afterwards: division comes before
//       addition. The limit gets far too large. Look at what belongs below the fraction bar.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / n_in + n_out);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
