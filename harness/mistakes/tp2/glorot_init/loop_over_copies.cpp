// caught by: value
// says: Your loop draws into its own variable: it receives a copy of each entry, and the matrix
//       stays as it was. Look at the type of the loop variable.
// notes: handles
// source: M92
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  for (double entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
