// caught by: value
// says: You make a new matrix with the right numbers and hand it back, but nobody puts it into the
//       parameter, which stays NaN. Look at what happens to the result of your helper.
// notes: handles
// source: M78, M85
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

nn::Matrix drawn(nn::Index rows, nn::Index cols, double limit, nn::Rng& rng) {
  nn::Matrix result(rows, cols);
  for (double& entry : result) entry = rng.uniform(-limit, limit);
  return result;
}

}  // namespace

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  drawn(W.data().rows(), W.data().cols(), limit, rng);
}

}  // namespace tp2
