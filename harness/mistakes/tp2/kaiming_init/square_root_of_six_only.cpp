// caught by: value
// says: You take the square root of 6 alone. In the formula it goes over the whole fraction; look
//       where your parenthesis closes.
// notes: kaiming
// source: M80

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0) / fan_in;
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
