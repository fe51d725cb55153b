#include "check/generator.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace gradus::check {
namespace {

constexpr int kDraws = 2000;

/// Looks at the argument "x" of many cases.
template <class Look>
void each(const Generator& generator, Look look) {
  Random random(1);
  for (int i = 0; i < kDraws; ++i) look(generator.draw(random)["x"]);
}

Generator reals(Reals kind) { return Generator().axis('n', 1, 16).reals("x", 'n', kind); }

template <class Holds>
int count(const Generator& generator, Holds holds) {
  int n = 0;
  each(generator, [&](const Array& x) {
    n += static_cast<int>(std::count_if(x.values.begin(), x.values.end(), holds));
  });
  return n;
}

TEST(Generator, TheSeedDecidesTheCase) {
  const Generator generator = Generator()
                                  .axis('o', 1, 5)
                                  .axis('i', 2, 7)
                                  .reals("W", 'o', 'i', Reals::kWide)
                                  .index("gold", 'o')
                                  .flags("mask", 3);
  Random one(7);
  Random again(7);
  Random other(8);
  int same_as_other = 0;
  for (int i = 0; i < 100; ++i) {
    const Case c = generator.draw(one);
    EXPECT_EQ(c.values(), generator.draw(again).values());
    same_as_other += c.values() == generator.draw(other).values() ? 1 : 0;
  }
  EXPECT_LT(same_as_other, 5);
}

TEST(Generator, LengthsFillTheirWholeRange) {
  std::set<Index> lengths;
  each(Generator().axis('n', 2, 5).reals("x", 'n'),
       [&](const Array& x) { lengths.insert(x.rows()); });
  EXPECT_EQ(lengths, (std::set<Index>{2, 3, 4, 5}));
  lengths.clear();
  each(Generator().axis('n', {1, 16}).reals("x", 'n'),
       [&](const Array& x) { lengths.insert(x.rows()); });
  EXPECT_EQ(lengths, (std::set<Index>{1, 16}));
}

TEST(Generator, ArgumentsShareTheirAxes) {
  const Generator generator = Generator()
                                  .axis('o', 1, 9)
                                  .axis('i', 1, 9)
                                  .reals("W", 'o', 'i')
                                  .reals("b", 'o')
                                  .reals("x", 'i');
  Random random(1);
  for (int i = 0; i < 200; ++i) {
    const Case c = generator.draw(random);
    EXPECT_EQ(c["W"].shape, (Shape{c["b"].rows(), c["x"].rows()}));
    EXPECT_EQ(c["b"].cols(), 1);
  }
}

TEST(Generator, PositionsAreOnTheirAxisAndReachBothEnds) {
  const Generator generator =
      Generator().axis('c', 3, 3).axis('n', 1, 4).reals("logits", 'c', 'n').index("x", 'c', 'n');
  std::set<double> seen;
  each(generator, [&](const Array& golds) {
    EXPECT_EQ(golds.cols(), 1);
    seen.insert(golds.values.begin(), golds.values.end());
  });
  EXPECT_EQ(seen, (std::set<double>{0, 1, 2}));
}

TEST(Generator, FlagsAreZeroOrOne) {
  std::set<double> seen;
  each(Generator().flags("x", 3), [&](const Array& x) {
    EXPECT_EQ(x.shape, (Shape{3, 1}));
    seen.insert(x.values.begin(), x.values.end());
  });
  EXPECT_EQ(seen, (std::set<double>{0, 1}));
}

TEST(Generator, ConstantsAreNeitherDrawnNorShrunk) {
  Random random(1);
  const Case c = Generator().constant("x", 3.0).draw(random);
  EXPECT_EQ(c["x"], scalar(3.0));
  EXPECT_TRUE(c.simpler().empty());
}

TEST(Generator, OrdinaryNumbersAreModestAndNeverZero) {
  EXPECT_EQ(count(reals(Reals::kOrdinary), [](double x) { return x == 0.0; }), 0);
  EXPECT_EQ(count(reals(Reals::kOrdinary), [](double x) { return !(std::abs(x) <= 6.0); }), 0);
  EXPECT_GT(count(reals(Reals::kOrdinary), [](double x) { return x < 0.0; }), kDraws);
  EXPECT_GT(count(reals(Reals::kOrdinary), [](double x) { return x > 0.0; }), kDraws);
  EXPECT_GT(count(reals(Reals::kOrdinary), [](double x) { return x == std::trunc(x); }), kDraws);
}

TEST(Generator, OrdinaryColumnsSometimesHoldTies) {
  int tied = 0;
  each(reals(Reals::kOrdinary), [&](const Array& x) {
    const std::set<double> distinct(x.values.begin(), x.values.end());
    if (x[0] != std::trunc(x[0]) && std::ssize(distinct) < x.size()) ++tied;
  });
  EXPECT_GT(tied, kDraws / 50);
}

TEST(Generator, WideNumbersReachTheirExtremesAndStayFinite) {
  const Generator generator = reals(Reals::kWide);
  EXPECT_EQ(count(generator, [](double x) { return !(std::abs(x) <= 1.1e4); }), 0);
  EXPECT_GT(count(generator, [](double x) { return std::abs(x) == 1e4; }), 100);
  EXPECT_GT(count(generator, [](double x) { return x != 0 && std::abs(x) < 1e-4; }), 100);
  EXPECT_GT(count(generator, [](double x) { return x == 0.0; }), 100) << "all equal, also to 0";
  EXPECT_GT(count(generator, [](double x) { return std::abs(x) > 1e3 && std::abs(x) < 9.9e3; }),
            100)
      << "shifted";
}

TEST(Generator, ExtremeNumbersHoldEveryEdgeButNoNaN) {
  const Generator generator = reals(Reals::kExtreme);
  EXPECT_EQ(count(generator, [](double x) { return !std::isfinite(x); }), 0);
  for (const double edge : {1e308, -1e308, 1e4, -1e4, 5e-324}) {
    EXPECT_GT(count(generator, [&](double x) { return x == edge; }), 100) << edge;
  }
  EXPECT_GT(count(generator, [](double x) { return x == 0.0 && std::signbit(x); }), 100);
}

TEST(Generator, UpstreamGradientsHaveBothSignsAndManySizesAndAreNeverZero) {
  const Generator generator = reals(Reals::kUpstream);
  EXPECT_EQ(count(generator, [](double x) { return x == 0.0 || !(std::abs(x) <= 600.0); }), 0);
  EXPECT_GT(count(generator, [](double x) { return x < -10.0; }), 100);
  EXPECT_GT(count(generator, [](double x) { return x > 10.0; }), 100);
  EXPECT_GT(count(generator, [](double x) { return std::abs(x) < 0.1; }), 100);
}

TEST(Generator, AnAxisThatWasNotDeclaredIsAMistakeOfTheSpec) {
  Random random(1);
  EXPECT_THROW(static_cast<void>(Generator().reals("x", 'n').draw(random)), std::out_of_range);
}

}  // namespace
}  // namespace gradus::check
