// caught by: value
// says: You draw once, into a static matrix, and give every later parameter the same numbers in the
//       same shape. Draw anew at each call.
// notes: pure_functions
// source: M70

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  static nn::Matrix drawn;
  if (drawn.size() == 0) {
    drawn = nn::Matrix(W.data().rows(), W.data().cols());
    for (double& entry : drawn) entry = rng.uniform(-limit, limit);
  }
  W.data() = drawn;
}

}  // namespace tp2
