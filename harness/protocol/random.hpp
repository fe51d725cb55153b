#pragma once

#include <cstdint>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "protocol/array.hpp"

namespace gradus {

/// Scrambles 64 bits so that inputs that differ in one bit give unrelated outputs.
///
/// The output function of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, with Stafford's constants). It is a bijection: no two inputs collide.
constexpr std::uint64_t mix64(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

/// The 64-bit FNV-1a hash of a text: how names enter seeds.
constexpr std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

/// The seed of one named purpose ("tp1.softmax", "transform.noise") under a master seed.
///
/// Every consumer of randomness asks for its own, so that adding one draw somewhere never shifts
/// the numbers of another check.
constexpr std::uint64_t seed_for(std::uint64_t master, std::string_view name) {
  return mix64(mix64(master + 0x9e3779b97f4a7c15ULL) ^ fnv1a(name));
}

/// As above for one of a numbered series ("case 17 of tp1.softmax").
constexpr std::uint64_t seed_for(std::uint64_t master, std::string_view name,
                                 std::uint64_t number) {
  return mix64(seed_for(master, name) + (number + 1) * 0x9e3779b97f4a7c15ULL);
}

/// The harness's random generator: SplitMix64, the same numbers from the same seed on every
/// machine, compiler and standard library.
///
/// It maps integers to reals itself, with additions and multiplications only, because the
/// distributions of `<random>` differ between libraries and `log` differs between versions of
/// libm. It models UniformRandomBitGenerator. Not for cryptography.
class Random {
 public:
  using result_type = std::uint64_t;

  explicit constexpr Random(std::uint64_t seed) : state_(seed) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  /// 64 random bits.
  constexpr result_type operator()() {
    state_ += 0x9e3779b97f4a7c15ULL;
    return mix64(state_);
  }

  /// A whole number in [0, n), each equally likely (the biased remainder is rejected).
  /// @throws std::invalid_argument unless n > 0.
  constexpr Index below(Index n) {
    if (n <= 0) throw std::invalid_argument("Random::below(n) needs n > 0");
    const auto range = static_cast<std::uint64_t>(n);
    const std::uint64_t rejected = (0 - range) % range;
    for (;;) {
      const std::uint64_t bits = (*this)();
      if (bits >= rejected) return static_cast<Index>(bits % range);
    }
  }

  /// A whole number in [low, high], both ends included.
  /// @throws std::invalid_argument if low > high.
  constexpr Index between(Index low, Index high) { return low + below(high - low + 1); }

  /// True with the given probability.
  constexpr bool chance(double probability) { return uniform() < probability; }

  /// A real in [0, 1): a multiple of 2^-53, each equally likely.
  constexpr double uniform() { return static_cast<double>((*this)() >> 11) * 0x1p-53; }

  /// A real in [low, high).
  constexpr double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// A nearly normal real of mean 0 and standard deviation 1, within [-6, 6].
  ///
  /// The sum of twelve uniforms less 6 (Irwin-Hall). The tails end at 6, which does not matter for
  /// test inputs; in exchange no logarithm is needed.
  constexpr double normal() {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

  /// Puts the entries of a random-access range in random order, each order equally likely
  /// (Fisher and Yates).
  template <typename Range>
  constexpr void shuffle(Range& range) {
    using std::swap;
    for (Index i = static_cast<Index>(range.size()) - 1; i > 0; --i) {
      swap(range[static_cast<typename Range::size_type>(i)],
           range[static_cast<typename Range::size_type>(below(i + 1))]);
    }
  }

  /// The numbers 0 .. n-1 in random order.
  std::vector<Index> permutation(Index n) {
    std::vector<Index> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), Index{0});
    shuffle(order);
    return order;
  }

 private:
  std::uint64_t state_;
};

}  // namespace gradus
