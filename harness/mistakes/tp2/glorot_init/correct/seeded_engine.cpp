// variant: An engine of the standard library, seeded by the given generator.
// source: V18

#include <cmath>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  std::mt19937_64 engine(rng.bits());
  std::uniform_real_distribution<double> law(-limit, limit);
  for (double& entry : W.data()) entry = law(engine);
}

}  // namespace tp2
