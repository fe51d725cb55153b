// caught by: value
// says: You divide a whole number by a whole number. In C++ that drops everything after the point:
//       with more than six inputs your limit is 0, and all weights are 0.
// notes: integer_division
// source: M79

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const double limit = std::sqrt(6 / W.data().cols());
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
