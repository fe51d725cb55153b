// caught by: seed
// says: You seed a generator with numbers that are new in every run, so no run can be repeated.
//       Every random number has to come from the generator that is passed in.
// notes: initialisation
// source: M88

#include <cmath>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  std::random_device device;
  std::mt19937 engine(device());
  std::uniform_real_distribution<double> law(-limit, limit);
  for (double& entry : W.data()) entry = law(engine);
}

}  // namespace tp2
