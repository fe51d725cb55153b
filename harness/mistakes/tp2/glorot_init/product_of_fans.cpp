// caught by: value
// says: You divide by the number of entries, which is the product of the two fans. The formula has
//       their sum.
// notes: glorot
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const double limit = std::sqrt(6.0 / static_cast<double>(W.data().size()));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
