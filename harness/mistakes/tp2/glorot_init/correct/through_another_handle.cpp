// variant: Through another handle, from the last entry to the first.
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  Parameter same = W;
  nn::Matrix& entries = same.data();
  for (double* entry = entries.end(); entry != entries.begin();) {
    *--entry = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
