// caught by: value
// says: You take the larger side of the matrix for its fan-in. That is right for a wide matrix
//       only: the fan-in is always the number of columns.
// notes: kaiming
// source: M84

#include <algorithm>
#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const nn::Index fan = std::max(W.data().rows(), W.data().cols());
  const double limit = std::sqrt(6.0 / static_cast<double>(fan));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
