// caught by: shapes
// says: You refuse a parameter of one column and take it for a bias. Weights of a layer with one
//       input have that shape too; the formula holds for every shape.
// notes: cpp_errors
// source: M126

#include <cmath>

#include "nn/error.hpp"
#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  if (W.data().cols() == 1) throw nn::ShapeError("glorot_init: weights, not a bias");
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
