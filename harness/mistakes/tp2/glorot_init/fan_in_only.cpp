// caught by: value
// says: You use the fan-in alone. The formula of Glorot and Bengio is a compromise between the way
//       forward and the way back, and it takes both numbers.
// notes: glorot
// source: M85

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / n_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
