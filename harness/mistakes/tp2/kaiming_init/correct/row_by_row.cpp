// variant: Draws row after row, scaling draws from [0, 1).
// source: V19

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index i = 0; i < entries.rows(); ++i) {
    for (nn::Index j = 0; j < entries.cols(); ++j) {
      entries(i, j) = (2.0 * rng.uniform() - 1.0) * limit;
    }
  }
}

}  // namespace tp2
