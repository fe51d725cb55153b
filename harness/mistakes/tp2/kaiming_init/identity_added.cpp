// caught by: value
// says: You add 1 on the diagonal. That is a trick for other networks; here every entry comes from
//       the uniform law, within the limit.
// notes: kaiming
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  nn::Matrix& entries = W.data();
  for (double& entry : entries) entry = rng.uniform(-limit, limit);
  for (nn::Index i = 0; i < entries.rows() && i < entries.cols(); ++i) entries(i, i) += 1.0;
}

}  // namespace tp2
