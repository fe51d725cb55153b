// caught by: value
// says: You draw into a copy of the matrix, and the copy is gone when the function ends. The
//       parameter itself stays NaN. Look at what your variable is: the matrix that is there, or
//       another one?
// notes: handles
// source: M78
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  auto entries = W.data();
  for (double& entry : entries) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
