// caught by: value
// says: You write as many rows and columns as the network for MNIST has. Layers come in all sizes,
//       and here you ask for entries that do not exist: ask the matrix for its own shape.
// notes: array_bounds
// source: M09

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (nn::Index i = 0; i < 100; ++i) {
    for (nn::Index j = 0; j < 784; ++j) W.data()(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
