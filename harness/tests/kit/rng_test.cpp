#include "nn/rng.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "tests/kit/message_of.hpp"

namespace {

using nn::Index;
using nn::Rng;

// A copy would give the same numbers again; a student who forgets the & is told by the compiler.
static_assert(!std::copyable<Rng>);
static_assert(!std::is_copy_constructible_v<Rng>);
static_assert(!std::is_move_constructible_v<Rng>);
static_assert(!std::is_convertible_v<int, Rng>);

// The pinned numbers come from another implementation of the published algorithms.

TEST(Rng, GivesThePublishedGeneratorsBits) {
  Rng rng(1);
  EXPECT_EQ(rng.bits(), 0xB3F2AF6D0FC710C5U);
  EXPECT_EQ(rng.bits(), 0x853B559647364CEAU);
  EXPECT_EQ(rng.bits(), 0x92F89756082A4514U);
  EXPECT_EQ(rng.bits(), 0x642E1C7BC266A3A7U);
}

TEST(Rng, GivesTheSameRealNumbersEverywhere) {
  Rng rng(42);
  EXPECT_EQ(rng.uniform(), 0x1.5780b2e0c2ec0p-4);
  EXPECT_EQ(rng.uniform(), 0.3789802506626686);
  EXPECT_EQ(rng.uniform(), 0.6800434110281394);
  Rng bounded(42);
  EXPECT_EQ(bounded.uniform(-1.0, 1.0), -0x1.aa1fd347cf450p-1);
  EXPECT_EQ(bounded.uniform(-1.0, 1.0), -0x1.efb267992eec8p-3);
  EXPECT_EQ(bounded.uniform(-1.0, 1.0), 0x1.70ba9991cf24cp-2);
}

TEST(Rng, GivesTheSameWholeNumbersEverywhere) {
  Rng rng(42);
  for (const Index expected : {2, 2, 9, 3, 6, 4, 4, 7, 8, 5, 9, 3})
    EXPECT_EQ(rng.below(10), expected);
}

TEST(Rng, ShufflesTheSameWayEverywhere) {
  std::vector<Index> order(10);
  std::iota(order.begin(), order.end(), 0);
  Rng(7).shuffle(order);
  EXPECT_EQ(order, (std::vector<Index>{8, 3, 9, 0, 7, 2, 1, 6, 5, 4}));
}

TEST(Rng, DiffersBySeed) { EXPECT_NE(Rng(1).bits(), Rng(2).bits()); }

TEST(Rng, RealNumbersFillTheIntervalEvenly) {
  Rng rng(3);
  std::array<int, 10> counts{};
  for (int draw = 0; draw < 20000; ++draw) {
    const double u = rng.uniform(-2.0, 3.0);
    ASSERT_GE(u, -2.0);
    ASSERT_LE(u, 3.0);
    counts[static_cast<std::size_t>(std::min(9.0, (u + 2.0) * 2.0))]++;
  }
  for (const int count : counts) EXPECT_NEAR(count, 2000, 250);
}

TEST(Rng, WholeNumbersAreAllEquallyLikely) {
  Rng rng(4);
  std::array<int, 7> counts{};
  for (int draw = 0; draw < 21000; ++draw) counts[static_cast<std::size_t>(rng.below(7))]++;
  for (const int count : counts) EXPECT_NEAR(count, 3000, 300);
  EXPECT_EQ(rng.below(1), 0);
}

TEST(Rng, RejectsTheUnevenRestOfTheRange) {
  // A quarter of the 2^64 possible numbers lies beyond the last full multiple of 3 * 2^61. Taken
  // modulo 3 * 2^61 as well, they would raise the share of the lowest third from 1/3 to 3/8.
  Rng rng(5);
  const Index third = Index{1} << 61;
  int low = 0;
  for (int draw = 0; draw < 6000; ++draw) low += rng.below(3 * third) < third ? 1 : 0;
  EXPECT_NEAR(low, 2000, 150);
}

TEST(Rng, ShuffleKeepsTheElementsAndReachesEveryOrder) {
  Rng rng(6);
  std::array<int, 6> counts{};
  for (int trial = 0; trial < 6000; ++trial) {
    std::array<int, 3> order = {0, 1, 2};
    rng.shuffle(order);
    ASSERT_EQ(order[0] + order[1] + order[2], 3);
    counts[static_cast<std::size_t>(order[0] * 2 + (order[1] > order[2] ? 1 : 0))]++;
  }
  for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(Rng, ShufflesNothingAndOneElement) {
  Rng rng(7);
  std::vector<int> nothing;
  rng.shuffle(nothing);
  EXPECT_TRUE(nothing.empty());
  int one[] = {5};
  rng.shuffle(one);
  EXPECT_EQ(one[0], 5);
  nn::Vector x = {1.0, 2.0, 3.0};
  rng.shuffle(x);
  EXPECT_EQ(x(0) + x(1) + x(2), 6.0);
}

TEST(Rng, AForkIsAnotherStream) {
  Rng rng(8);
  Rng fork = rng.fork();
  EXPECT_NE(fork.bits(), rng.bits());
  Rng again(8);
  EXPECT_EQ(again.fork().bits(), Rng(8).fork().bits());
}

TEST(Rng, AForkTakesOneNumberAndEachIsAnother) {
  Rng forked(8);
  Rng stepped(8);
  Rng first = forked.fork();
  Rng second = forked.fork();
  EXPECT_NE(first.bits(), second.bits());
  EXPECT_NE(first.bits(), Rng(9).fork().bits());
  stepped.bits();
  stepped.bits();
  EXPECT_EQ(forked.bits(), stepped.bits());
}

TEST(Rng, RefusesImpossibleBounds) {
  Rng rng(9);
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(message_of<std::invalid_argument>([&] { rng.uniform(1.0, 0.0); }),
            "uniform(1.000000, 0.000000): the bounds must be finite numbers, the smaller one "
            "first.");
  EXPECT_THROW(rng.uniform(0.0, inf), std::invalid_argument);
  EXPECT_THROW(rng.uniform(-inf, -inf), std::invalid_argument);
  EXPECT_THROW(rng.uniform(0.0, std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
  EXPECT_EQ(rng.uniform(2.0, 2.0), 2.0);
  EXPECT_EQ(message_of<std::invalid_argument>([&] { rng.below(0); }),
            "below(0): there is no whole number from 0 on below that.");
  EXPECT_THROW(rng.below(-3), std::invalid_argument);
}

}  // namespace
