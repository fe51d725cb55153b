// caught by: fan_in
// says: You divide by the number of rows, which is the fan-out. That keeps the size of gradients
//       instead of values; He and others derive it too, but here the fan-in is asked for. In an out
//       x in matrix, which number is that?
// notes: kaiming
// source: M84

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / fan_out);
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
