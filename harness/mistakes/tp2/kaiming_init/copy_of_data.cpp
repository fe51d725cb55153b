// caught by: value
// says: You draw into a copy of the matrix, and the copy is gone when the function ends. The
//       parameter itself stays NaN. Look at what your variable is: the matrix that is there, or
//       another one?
// notes: handles
// source: M78
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix entries = W.data();
  for (nn::Index j = 0; j < entries.cols(); ++j) {
    for (nn::Index i = 0; i < entries.rows(); ++i) entries(i, j) = rng.uniform(-limit, limit);
  }
}

}  // namespace tp2
