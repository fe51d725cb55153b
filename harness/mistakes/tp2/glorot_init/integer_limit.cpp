// caught by: value
// says: Your limit is stored in a variable for whole numbers. What is after the point is lost, a
//       small limit becomes 0, and so do the weights. Look at its type.
// notes: integer_division
// source: M48

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());

  const int limit = std::sqrt(6.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
