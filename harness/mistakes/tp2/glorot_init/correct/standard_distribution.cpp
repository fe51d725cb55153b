// variant: A distribution of the standard library on top of the given generator.
// source: V18

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

struct Bits {
  using result_type = std::uint64_t;
  nn::Rng& rng;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  result_type operator()() { return rng.bits(); }
};

}  // namespace

void glorot_init(Parameter& W, nn::Rng& rng) {
  const auto n_in = static_cast<double>(W.data().cols());
  const auto n_out = static_cast<double>(W.data().rows());
  const double limit = std::sqrt(6.0 / (n_in + n_out));

  Bits bits{rng};
  std::uniform_real_distribution<double> law(-limit, limit);
  std::generate(W.data().begin(), W.data().end(), [&] { return law(bits); });
}

}  // namespace tp2
