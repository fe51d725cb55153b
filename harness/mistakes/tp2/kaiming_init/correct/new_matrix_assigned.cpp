// variant: Draws a new matrix of the same shape and moves it into the parameter.
// source: V21

#include <cmath>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

nn::Matrix uniform(nn::Index rows, nn::Index cols, double limit, nn::Rng& rng) {
  nn::Matrix drawn(rows, cols);
  for (double& entry : drawn) entry = rng.uniform(-limit, limit);
  return drawn;
}

}  // namespace

void kaiming_init(Parameter& W, nn::Rng& rng) {
  W.data() = uniform(W.data().rows(), W.data().cols(),
                     std::sqrt(6.0 / static_cast<double>(W.data().cols())), rng);
}

}  // namespace tp2
