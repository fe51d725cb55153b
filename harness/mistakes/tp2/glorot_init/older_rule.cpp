// caught by: value
// says: Your limit is one over the square root of the fan-in. That is the older rule which Glorot
//       and Bengio start from and improve upon; theirs comes later in the paper and takes both
//       fans.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const double limit = 1.0 / std::sqrt(n_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
