#include "protocol/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace gradus {
namespace {

TEST(Random, GivesThePublishedSplitMix64Numbers) {
  Random random(1234567);
  EXPECT_EQ(random(), 6457827717110365317ULL);
  EXPECT_EQ(random(), 3203168211198807973ULL);
  EXPECT_EQ(random(), 9817491932198370423ULL);
  EXPECT_EQ(random(), 4593380528125082431ULL);
}

TEST(Random, HashesTextAsFnv1aDoes) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cULL);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8ULL);
}

TEST(Random, SeedsDifferByMasterNameAndNumber) {
  std::set<std::uint64_t> seeds;
  for (std::uint64_t master = 0; master < 50; ++master) {
    for (const char* name : {"", "a", "b", "tp1.softmax", "tp1.softmax.shift"}) {
      seeds.insert(seed_for(master, name));
      for (std::uint64_t number = 0; number < 10; ++number) {
        seeds.insert(seed_for(master, name, number));
      }
    }
  }
  EXPECT_EQ(seeds.size(), 50U * 5U * 11U);
}

TEST(Random, BelowStaysBelowAndReachesEveryValueEquallyOften) {
  Random random(3);
  std::array<int, 7> seen{};
  constexpr int kDraws = 70000;
  for (int i = 0; i < kDraws; ++i) {
    const Index value = random.below(7);
    ASSERT_GE(value, 0);
    ASSERT_LT(value, 7);
    ++seen[static_cast<std::size_t>(value)];
  }
  // 10,000 expected, with standard deviation 93.
  for (const int count : seen) EXPECT_NEAR(count, 10000, 500);
}

TEST(Random, BelowRefusesAnEmptyRange) {
  Random random(3);
  EXPECT_THROW(random.below(0), std::invalid_argument);
  EXPECT_THROW(random.below(-1), std::invalid_argument);
}

TEST(Random, BetweenIncludesBothEnds) {
  Random random(4);
  std::set<Index> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.between(-2, 2));
  EXPECT_EQ(seen, (std::set<Index>{-2, -1, 0, 1, 2}));
}

TEST(Random, UniformLiesInTheHalfOpenInterval) {
  Random random(5);
  double sum = 0;
  for (int i = 0; i < 100000; ++i) {
    const double value = random.uniform(-3.0, 5.0);
    ASSERT_GE(value, -3.0);
    ASSERT_LT(value, 5.0);
    sum += value;
  }
  EXPECT_NEAR(sum / 100000, 1.0, 0.05);
}

TEST(Random, NormalHasMeanZeroAndVarianceOne) {
  Random random(6);
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < 100000; ++i) {
    const double value = random.normal();
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / 100000, 0.0, 0.02);
  EXPECT_NEAR(squares / 100000, 1.0, 0.03);
}

TEST(Random, PermutationHoldsEveryNumberOnceAndMovesThem) {
  Random random(7);
  std::vector<Index> order = random.permutation(100);
  EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
  std::sort(order.begin(), order.end());
  for (Index i = 0; i < 100; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

TEST(Random, ShuffleGivesEveryOrderEquallyOften) {
  Random random(8);
  std::array<int, 27> seen{};
  for (int i = 0; i < 60000; ++i) {
    std::array<std::size_t, 3> order{0, 1, 2};
    random.shuffle(order);
    ++seen[order[0] * 9 + order[1] * 3 + order[2]];
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), 0), 27 - 6);
  for (const int count : seen) {
    if (count == 0) continue;
    EXPECT_NEAR(count, 10000, 500);
  }
}

TEST(Random, IsUsableAtCompileTime) {
  constexpr std::uint64_t kSeed = seed_for(1, "compile time");
  static_assert(kSeed != 0);
  SUCCEED();
}

}  // namespace
}  // namespace gradus
