// caught by: seed
// says: You seed a static engine from the generator once, and it goes on from call to call. The
//       next run with the same seed gets other weights, so nobody can repeat it.
// notes: pure_functions
// source: M88

#include <cmath>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  static std::mt19937_64 engine(rng.bits());
  std::uniform_real_distribution<double> law(-limit, limit);
  for (double& entry : W.data()) entry = law(engine);
}

}  // namespace tp2
