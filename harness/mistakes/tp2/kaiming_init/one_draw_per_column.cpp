// caught by: value
// says: You draw once for each column and write that number all the way down, so that all units
//       have the same weights. They receive the same gradients then and stay alike for ever.
// notes: initialisation
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index j = 0; j < entries.cols(); ++j) {
    const double drawn = rng.uniform(-limit, limit);
    for (nn::Index i = 0; i < entries.rows(); ++i) entries(i, j) = drawn;
  }
}

}  // namespace tp2
