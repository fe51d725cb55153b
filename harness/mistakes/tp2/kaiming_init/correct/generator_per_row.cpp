// variant: A generator for each row, forked from the given one.
// source: V18

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  for (nn::Index i = 0; i < W.data().rows(); ++i) {
    nn::Rng row = rng.fork();
    for (nn::Index j = 0; j < W.data().cols(); ++j) W.data()(i, j) = row.uniform(-limit, limit);
  }
}

}  // namespace tp2
