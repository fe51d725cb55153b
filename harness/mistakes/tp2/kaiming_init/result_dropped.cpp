// caught by: value
// says: You make a new matrix with the right numbers and hand it back, but nobody puts it into the
//       parameter, which stays NaN. Look at what happens to the result of your helper.
// notes: handles
// source: M78
// twin: new_parameter

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

nn::Matrix kaiming(nn::Matrix entries, nn::Rng& rng) {
  const double limit = std::sqrt(6.0 / static_cast<double>(entries.cols()));
  for (double& entry : entries) entry = rng.uniform(-limit, limit);
  return entries;
}

}  // namespace

void kaiming_init(Parameter& W, nn::Rng& rng) { kaiming(W.data(), rng); }

}  // namespace tp2
