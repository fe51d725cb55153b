// caught by: value
// says: You use the fan-out alone, the number of rows. The formula of Glorot and Bengio takes both
//       fans, for the way forward and the way back.
// notes: glorot
// source: M85

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / n_out);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
