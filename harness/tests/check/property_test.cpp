#include "check/property.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>

namespace gradus::check {
namespace {

Generator logits(Reals kind = Reals::kWide) {
  return Generator().axis('c', 1, 16).reals("logits", 'c', kind);
}

double largest(const Case& c) {
  const Array& x = c["logits"];
  double m = x[0];
  for (const double v : x.values) m = std::max(m, v);
  return m;
}

TEST(FindCounterexample, FindsNoneWhereThereIsNone) {
  int calls = 0;
  const Search search = find_counterexample(logits(), 1, 50, [&](const Case&) {
    ++calls;
    return false;
  });
  EXPECT_FALSE(search.smallest);
  EXPECT_EQ(search.tried, 50);
  EXPECT_EQ(calls, 50);
}

TEST(FindCounterexample, ShrinksToTheThresholdExactly) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
    const Search search =
        find_counterexample(logits(), seed, 200, [](const Case& c) { return largest(c) > 709.78; });
    ASSERT_TRUE(search.smallest) << seed;
    EXPECT_EQ((*search.smallest)["logits"], scalar(710.0)) << seed;
  }
}

TEST(FindCounterexample, ShrinksToTheFewestEntriesThatFail) {
  const Search search = find_counterexample(logits(), 1, 200, [](const Case& c) {
    return c["logits"].size() >= 2 && largest(c) > 709.78;
  });
  ASSERT_TRUE(search.smallest);
  const Array& x = (*search.smallest)["logits"];
  EXPECT_TRUE(x == column({0, 710}) || x == column({710, 0})) << search.smallest->describe();
}

TEST(FindCounterexample, CountsCasesUpToTheFirstThatFails) {
  int calls = 0;
  const Search search =
      find_counterexample(logits(), 1, 100, [&](const Case&) { return ++calls >= 7; });
  EXPECT_EQ(search.tried, 7) << "those of the shrinking are not counted";
}

TEST(FindCounterexample, IsAFunctionOfTheSeed) {
  const auto fails = [](const Case& c) { return largest(c) > 3.3; };
  const auto first = find_counterexample(logits(), 1, 100, fails);
  const auto again = find_counterexample(logits(), 1, 100, fails);
  EXPECT_EQ(first.tried, again.tried);
  EXPECT_EQ(first.smallest->values(), again.smallest->values());

  std::vector<double> seen;
  for (const std::uint64_t seed : {1U, 2U}) {
    static_cast<void>(find_counterexample(logits(), seed, 1, [&](const Case& c) {
      seen.push_back(c["logits"][0]);
      return false;
    }));
  }
  EXPECT_NE(seen[0], seen[1]);
}

TEST(FindCounterexample, RapidChecksEnvironmentIsNotRead) {
  for (const char* params : {"max_success=0", "max_success=0 seed=1", "disable_shrinking=1",
                             "max_size=0", "nonsense", "reproduce=BchZ"}) {
    ::setenv("RC_PARAMS", params, 1);
    const Search search =
        find_counterexample(logits(), 1, 200, [](const Case& c) { return largest(c) > 709.78; });
    ASSERT_TRUE(search.smallest) << params;
    EXPECT_EQ((*search.smallest)["logits"], scalar(710.0)) << params;
  }
  ::unsetenv("RC_PARAMS");
}

TEST(FindCounterexample, ShrinkingIsBounded) {
  // A large case in which every number can be made simpler, but none may become zero.
  const Generator large = Generator().axis('c', 200, 200).reals("logits", 'c');
  int calls = 0;
  const Search search = find_counterexample(large, 1, 1, [&](const Case& c) {
    ++calls;
    const auto& x = c["logits"].values;
    return x.size() == 200 && std::find(x.begin(), x.end(), 0.0) == x.end();
  });
  EXPECT_TRUE(search.smallest);
  EXPECT_GT(calls, 300) << "a search that ends by itself shows nothing";
  EXPECT_LE(calls, 420);
}

TEST(FindCounterexample, AnExceptionEndsTheSearchAndIsThrownOn) {
  int calls = 0;
  EXPECT_THROW(static_cast<void>(find_counterexample(logits(), 1, 100,
                                                     [&](const Case&) -> bool {
                                                       if (++calls == 3) {
                                                         throw std::domain_error("enough");
                                                       }
                                                       return false;
                                                     })),
               std::domain_error);
  EXPECT_EQ(calls, 3);
}

TEST(FindCounterexample, AnExceptionWhileShrinkingEndsItToo) {
  int calls = 0;
  EXPECT_THROW(static_cast<void>(find_counterexample(logits(), 1, 100,
                                                     [&](const Case&) -> bool {
                                                       if (++calls == 3) {
                                                         throw std::domain_error("enough");
                                                       }
                                                       return calls >= 2;
                                                     })),
               std::domain_error);
  EXPECT_EQ(calls, 3);
}

TEST(FindCounterexample, NoCasesFindNothing) {
  const Search search = find_counterexample(logits(), 1, 0, [](const Case&) { return true; });
  EXPECT_FALSE(search.smallest);
  EXPECT_EQ(search.tried, 0);
}

}  // namespace
}  // namespace gradus::check
