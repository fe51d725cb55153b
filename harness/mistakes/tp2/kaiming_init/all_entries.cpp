// caught by: value
// says: You divide by the number of entries of the whole matrix. A unit adds up one row of it only:
//       how many inputs are those?
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const double limit = std::sqrt(6.0 / static_cast<double>(W.data().size()));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
