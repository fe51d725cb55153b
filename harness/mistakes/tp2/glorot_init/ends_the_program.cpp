// caught by: value
// says: Your function ends the whole program for a shape that it did not expect, and nobody learns
//       what was wrong. Every shape is allowed here; where one is not, throw an exception.
// notes: cpp_errors
// source: M123

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "tp2/init.hpp"

namespace tp2 {

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  if (W.data().cols() != 784) {
    std::cerr << "glorot_init: expected 784 inputs" << std::endl;
    std::exit(1);
  }
  for (double& entry : W.data()) entry = rng.uniform(-limit, limit);
}

}  // namespace tp2
