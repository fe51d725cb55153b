// caught by: value
// says: You assign a new parameter to your argument. From then on it stands for another matrix, and
//       the network and the optimiser keep the old one, which is still NaN. Write into the matrix
//       that is there.
// notes: handles
// source: M78

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  Parameter fresh(W.name(), W.data().rows(), W.data().cols());
  for (double& entry : fresh.data()) entry = rng.uniform(-limit, limit);
  W = fresh;
}

}  // namespace tp2
