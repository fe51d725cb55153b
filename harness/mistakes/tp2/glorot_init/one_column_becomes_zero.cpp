// caught by: shapes
// says: You treat a parameter of one column as a bias and set it to 0. Weights of a layer with one
//       input have that shape too; who calls you has chosen the initialiser.
// notes: initialisation
// source: new

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  if (W.data().cols() == 1) {
    for (double& entry : W.data()) entry = 0.0;
    return;
  }
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
