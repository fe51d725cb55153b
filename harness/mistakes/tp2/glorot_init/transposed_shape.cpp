// caught by: value
// says: You put a matrix into the parameter whose rows and columns are exchanged. The numbers may
//       be right, but the shape has changed, and the next product will not fit.
// notes: initialisation
// source: M77

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  nn::Matrix drawn(W.data().cols(), W.data().rows());
  for (double& entry : drawn) entry = rng.uniform(-limit, limit);
  W.data() = drawn;
}

}  // namespace tp2
