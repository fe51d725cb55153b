// caught by: shapes
// says: You throw an exception for weights of one row. A layer of one unit has them, and the
//       formula holds for every shape.
// notes: cpp_errors
// source: M126

#include <cmath>

#include "nn/error.hpp"
#include "tp2/init.hpp"

namespace tp2 {

void kaiming_init(Parameter& W, nn::Rng& rng) {
  const auto fan_in = static_cast<double>(W.data().cols());
  const double limit = std::sqrt(6.0 / fan_in);

  if (W.data().rows() < 2) throw nn::ShapeError("kaiming_init: a layer has several units");
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
