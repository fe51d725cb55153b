#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "nn/vector.hpp"

namespace nn {

/// A source of random numbers that gives the same numbers for the same seed, on every machine and
/// compiler (the distributions and `std::shuffle` of the standard library do not).
///
/// The generator is xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", 2021), its state filled from the seed by splitmix64.
///
/// It cannot be copied: a copy gives the same numbers again, so that a function that received one
/// would shuffle every epoch alike. Pass it on as `Rng&`; fork() makes a separate generator.
class Rng {
 public:
  /// \param seed any number: the same seed, the same numbers
  explicit Rng(std::uint64_t seed);

  Rng(const Rng&) = delete;             // Pass it on by reference: nn::Rng& rng.
  Rng& operator=(const Rng&) = delete;  // Pass it on by reference: nn::Rng& rng.

  /// 64 random bits.
  std::uint64_t bits();

  /// A real number, 0 <= u < 1, one of the 2^53 multiples of 2^-53, each as likely.
  double uniform();

  /// A real number between `low` and `high`.
  /// \throws std::invalid_argument if `low` > `high` or one of them is not finite.
  double uniform(double low, double high);

  /// A whole number, 0 <= k < `n`, each exactly as likely.
  /// \throws std::invalid_argument if `n` < 1.
  Index below(Index n);

  /// Puts the elements of an array, std::vector, Vector... into a random order, each exactly as
  /// likely (Fisher-Yates).
  template <class Range>
  void shuffle(Range&& range) {
    using std::swap;
    const auto first = std::begin(range);
    for (auto left = std::end(range) - first; left > 1; --left) {
      swap(first[left - 1], first[below(left)]);
    }
  }

  /// A generator of its own, seeded by this one, which moves on by one number.
  [[nodiscard]] Rng fork();

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace nn
