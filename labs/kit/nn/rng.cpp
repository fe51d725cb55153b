#include "nn/rng.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

namespace nn {

namespace {

// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014: spreads seeds that
// lie close together, such as 1, 2 and 3, over all 64 bits.
std::uint64_t splitmix64(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

}  // namespace

Rng::Rng(std::uint64_t seed) : state_{} {
  for (std::uint64_t& word : state_) word = splitmix64(seed);
}

std::uint64_t Rng::bits() {
  auto& s = state_;
  const std::uint64_t result = std::rotl(s[1] * 5U, 7) * 9U;
  const std::uint64_t shifted = s[1] << 17U;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = std::rotl(s[3], 45);
  return result;
}

double Rng::uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }

double Rng::uniform(double low, double high) {
  // Not finite either if one of the bounds is not.
  if (!std::isfinite(high - low) || low > high) {
    throw std::invalid_argument("uniform(" + std::to_string(low) + ", " + std::to_string(high) +
                                "): the bounds must be finite numbers, the smaller one first.");
  }
  return low + (high - low) * uniform();
}

Index Rng::below(Index n) {
  if (n < 1) {
    throw std::invalid_argument("below(" + std::to_string(n) +
                                "): there is no whole number from 0 on below that.");
  }
  // Numbers beyond the last full multiple of n would make the small results more likely: draw
  // again.
  const auto range = static_cast<std::uint64_t>(n);
  constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t end_of_multiples = kMax - kMax % range;
  std::uint64_t drawn = bits();
  while (drawn >= end_of_multiples) drawn = bits();
  return static_cast<Index>(drawn % range);
}

Rng Rng::fork() { return Rng(bits()); }

}  // namespace nn
