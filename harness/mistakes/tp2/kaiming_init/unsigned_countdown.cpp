// caught by: value
// says: You count down with an unsigned index. It never becomes negative: after 0 comes a huge
//       number, so your loop does not end where you think and asks for an entry that does not
//       exist.
// notes: array_bounds
// source: M41

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (nn::Index j = 0; j < entries.cols(); ++j) {
    for (std::size_t i = entries.rows() - 1; i >= 0; --i) {
      entries(i, j) = rng.uniform(-limit, limit);
    }
  }
}

}  // namespace tp2
