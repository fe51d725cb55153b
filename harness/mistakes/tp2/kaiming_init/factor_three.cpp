// caught by: value
// says: You have a 3 where the formula has a 6. That fits an activation which lets everything pass;
//       ReLU sets half of the values to 0, and the variance has to make up for it.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(3.0 / fan_in);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
