#include "check/case.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <stdexcept>

namespace gradus::check {
namespace {

Case softmax_case(std::vector<double> logits) {
  return Case({{"logits", column(std::move(logits)), 'c'}});
}

bool has(const std::vector<Case>& cases, const Case& wanted) {
  return std::any_of(cases.begin(), cases.end(),
                     [&](const Case& c) { return c.values() == wanted.values(); });
}

TEST(Case, ArgumentsAreFoundByName) {
  const Case c({{"logits", column({1, 2}), 'c'}, {"gold", scalar(1), kNoAxis, kNoAxis, 'c'}});
  EXPECT_EQ(c["gold"], scalar(1));
  EXPECT_EQ(c.with("gold", scalar(0))["gold"], scalar(0));
  EXPECT_EQ(c["gold"], scalar(1)) << "the case itself stays";
  EXPECT_EQ(c.values(), (std::vector<Array>{column({1, 2}), scalar(1)}));
  EXPECT_THROW(static_cast<void>(c["goal"]), std::out_of_range);
}

TEST(Case, DescribesEachArgumentOnALine) {
  const Case c({{"logits", column({0, 710}), 'c'}, {"gold", scalar(1), kNoAxis, kNoAxis, 'c'}});
  EXPECT_EQ(c.describe(), "logits = [0, 710]\ngold = 1");
}

TEST(Case, AColumnOfOneEntryStillLooksLikeAColumn) {
  EXPECT_EQ(softmax_case({5}).describe(), "logits = [5]");
}

TEST(Case, AMatrixOfOneEntryStillLooksLikeAMatrix) {
  EXPECT_EQ(Case({{"W", scalar(5), 'o', 'i'}}).describe(), "W = 1 x 1 [5]");
}

TEST(Simpler, ArgumentsOnOneAxisShrinkTogether) {
  Array W({2, 3});
  for (Index i = 0; i < 6; ++i) W[i] = static_cast<double>(i + 1);
  const Case c({{"W", W, 'o', 'i'}, {"b", column({1, 2}), 'o'}, {"x", column({1, 2, 3}), 'i'}});
  for (const Case& s : c.simpler()) {
    EXPECT_EQ(s["W"].rows(), s["b"].rows());
    EXPECT_EQ(s["W"].cols(), s["x"].rows());
    EXPECT_GE(s["W"].size(), 1);
  }
  Array without_row({1, 3});
  without_row.values = {2, 4, 6};
  EXPECT_TRUE(has(c.simpler(), Case({{"W", without_row}, {"b", column({2})}, {"x", c["x"]}})))
      << "row 0 of W goes with entry 0 of b";
  Array without_column({2, 2});
  without_column.values = {1, 2, 5, 6};
  EXPECT_TRUE(has(c.simpler(), Case({{"W", without_column}, {"b", c["b"]}, {"x", column({1, 3})}})))
      << "column 1 of W goes with entry 1 of x";
}

TEST(Simpler, PositionsAreRenumberedAndTheirPlaceStays) {
  const Case c({{"logits", column({7, 8, 9}), 'c'}, {"gold", scalar(2), kNoAxis, kNoAxis, 'c'}});
  EXPECT_TRUE(has(c.simpler(), Case({{"logits", column({8, 9})}, {"gold", scalar(1)}})));
  for (const Case& s : c.simpler()) {
    ASSERT_LT(s["gold"][0], static_cast<double>(s["logits"].rows()));
    if (s["logits"].rows() == 3 || s["gold"][0] < 0) continue;
    EXPECT_EQ(s["logits"][static_cast<Index>(s["gold"][0])], 9) << "gold still means the 9";
  }
  EXPECT_FALSE(has(c.simpler(), Case({{"logits", column({7, 8})}, {"gold", scalar(2)}})));
}

TEST(Simpler, SeveralPositionsLoseTheirSampleTogetherWithIt) {
  Array x({2, 3});
  x.values = {1, 2, 3, 4, 5, 6};
  const Case c({{"x", x, 'c', 'n'}, {"golds", column({0, 1, 1}), 'n', kNoAxis, 'c'}});
  Array two({2, 2});
  two.values = {1, 2, 5, 6};
  EXPECT_TRUE(has(c.simpler(), Case({{"x", two}, {"golds", column({0, 1})}})));
}

TEST(Simpler, ALongAxisIsHalvedFirst) {
  const auto candidates = softmax_case({1, 2, 3, 4, 5, 6, 7, 8}).simpler();
  EXPECT_EQ(candidates[0]["logits"], column({1, 2, 3, 4}));
  EXPECT_EQ(candidates[1]["logits"], column({5, 6, 7, 8}));
}

TEST(Simpler, FixedArgumentsKeepTheirEntries) {
  Case c({{"epochs", scalar(2), kNoAxis, kNoAxis, kNoAxis, true}, {"x", column({3, 4}), 'n'}});
  const auto candidates = c.simpler();
  EXPECT_FALSE(candidates.empty());
  for (const Case& s : candidates) EXPECT_EQ(s["epochs"], scalar(2));
}

TEST(Simpler, TheSimplestCaseHasNoneSimpler) {
  EXPECT_TRUE(softmax_case({0}).simpler().empty());
  EXPECT_FALSE(softmax_case({0, 0}).simpler().empty());
}

TEST(Simpler, EveryNumberBecomesSmallerOrLosesItsSignSoThatShrinkingEnds) {
  for (const double x :
       {1e308, -1e308, 710.25, -0.125, 1e-310, 5e-324, 0.1, -3.75, 12345678.9, 9007199254740993.0,
        std::nextafter(0.3, 0.0), static_cast<double>(INFINITY), -static_cast<double>(INFINITY)}) {
    const auto candidates = softmax_case({x}).simpler();
    EXPECT_FALSE(candidates.empty());
    EXPECT_LT(candidates.size(), 2000U);
    for (const Case& c : candidates) {
      const double y = c["logits"][0];
      EXPECT_TRUE(std::abs(y) < std::abs(x) || (x < 0.0 && y == -x)) << y << " for " << x;
    }
  }
}

TEST(Simpler, NaNBecomesANumber) {
  const auto candidates = softmax_case({std::nan("")}).simpler();
  EXPECT_FALSE(candidates.empty());
  for (const Case& c : candidates) EXPECT_EQ(c["logits"], scalar(0.0));
}

TEST(Simpler, NoCandidateIsTheCaseItself) {
  for (const std::vector<double>& v :
       {std::vector<double>{0, 1}, {-1, 0.5}, {1e308, 3}, {-0.0, 2}, {0.1, 0.7}}) {
    const Case c = softmax_case(v);
    EXPECT_FALSE(has(c.simpler(), c));
  }
}

}  // namespace
}  // namespace gradus::check
