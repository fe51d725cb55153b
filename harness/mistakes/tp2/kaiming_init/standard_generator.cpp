// caught by: seed
// says: You make a generator of the standard library inside, which begins with the same seed each
//       time. The seed that the caller chose has no effect, and all layers get the same numbers.
//       Draw from the generator that is passed in.
// notes: initialisation
// source: M86

#include <cmath>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  std::mt19937 engine;
  std::uniform_real_distribution<double> law(-limit, limit);
  for (double& entry : W.data()) entry = law(engine);
}

}  // namespace tp2
