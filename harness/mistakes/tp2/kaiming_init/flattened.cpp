// caught by: value
// says: You put another matrix into the parameter, one long column of the right numbers. The shape
//       has changed, and the next product will not fit: write into the matrix that is there.
// notes: initialisation
// source: M77

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix drawn(W.data().size(), 1);
  for (double& entry : drawn) entry = rng.uniform(-limit, limit);
  W.data() = drawn;
}

}  // namespace tp2
