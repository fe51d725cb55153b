#include "check/gradient.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <stdexcept>

#include "check/oracle_network.hpp"
#include "check/tolerance.hpp"
#include "tests/check/gradient_samples.hpp"

namespace gradus::check {
namespace {

using samples::Family;
using samples::Sample;

class GradientFamily : public ::testing::TestWithParam<Family> {};

TEST_P(GradientFamily, RightGradientsRaiseNoAlarm) {
  constexpr int kChecks = 2000;
  int vacuous = 0;
  for (int i = 0; i < kChecks; ++i) {
    Random random(seed_for(11, GetParam().name, static_cast<std::uint64_t>(i)));
    const Sample sample = samples::informative(GetParam(), random);
    const GradientVerdict verdict = check_gradient(sample.question);
    ASSERT_FALSE(verdict.failed()) << "check " << i << " at " << verdict.where << ": claimed "
                                   << verdict.claimed << ", numeric " << verdict.numeric;
    if (verdict.vacuous()) ++vacuous;
  }
  RecordProperty("vacuous", vacuous);
  EXPECT_LE(vacuous, kChecks / 8);
}

TEST_P(GradientFamily, EveryPlantedMistakeIsFound) {
  std::map<std::string, int> found;
  for (int i = 0; i < 80; ++i) {
    Random random(seed_for(21, GetParam().name, static_cast<std::uint64_t>(i)));
    Sample sample = samples::informative(GetParam(), random);
    const std::vector<Array> right = sample.question.claimed;
    for (const samples::Bug& bug : sample.bugs) {
      if (samples::difference(right, bug.claimed) < 1e-2) continue;
      sample.question.claimed = bug.claimed;
      const GradientVerdict verdict = check_gradient(sample.question);
      EXPECT_FALSE(verdict.passed()) << bug.name << " passes in check " << i;
      if (verdict.failed()) ++found[bug.name];
    }
    if (i > 0) continue;
    for (const samples::Bug& bug : sample.bugs) found.try_emplace(bug.name, 0);
  }
  for (const auto& [name, times] : found) EXPECT_GE(times, 3) << name;
}

/// Scales everything, one entry, or every entry by its own factor.
enum class Damage { kScale, kOneEntry, kNoise };

std::vector<Array> damaged(std::vector<Array> claim, Damage damage, double by, Random& random) {
  if (damage == Damage::kOneEntry) {
    const double top = samples::largest(claim);
    for (;;) {
      Array& a = claim[static_cast<std::size_t>(random.below(static_cast<Index>(claim.size())))];
      double& entry = a[random.below(a.size())];
      if (std::abs(entry) < 1e-3 * top) continue;
      entry *= 1.0 + by;
      return claim;
    }
  }
  for (Array& a : claim) {
    for (double& v : a.values) v *= 1.0 + (damage == Damage::kScale ? by : by * random.normal());
  }
  return claim;
}

TEST_P(GradientFamily, SmallErrorsAreFound) {
  for (const double by : {1e-3, 1e-4, 1e-5}) {
    for (const Damage damage : {Damage::kScale, Damage::kOneEntry, Damage::kNoise}) {
      int missed = 0;
      for (int i = 0; i < 100; ++i) {
        Random random(seed_for(31, GetParam().name, static_cast<std::uint64_t>(i)));
        Sample sample = samples::informative(GetParam(), random);
        sample.question.claimed = damaged(sample.question.claimed, damage, by, random);
        if (check_gradient(sample.question).passed()) ++missed;
      }
      // A property draws 20 points or more: an error that passes at three points in a hundred is
      // missed with a probability of 3e-31.
      EXPECT_LE(missed, 3) << "error " << by << ", damage " << static_cast<int>(damage);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Families, GradientFamily, ::testing::ValuesIn(samples::families()),
                         [](const ::testing::TestParamInfo<Family>& family) {
                           std::string name = family.param.name;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

GradientQuestion product_question() {
  GradientQuestion q;
  q.at = {{"W", Array(Shape{3, 4}, 2.0)}, {"b", column({1.0, 2.0})}};
  q.f = [](std::span<const double> t) {
    double sum = 0.0;
    for (const double v : t) sum += v * v / 2.0;
    return std::vector<double>{sum};
  };
  q.upstream = {-3.0};
  q.claimed = {Array(Shape{3, 4}, -6.0), column({-3.0, -6.0})};
  return q;
}

TEST(Gradient, NamesTheWrongEntry) {
  GradientQuestion q = product_question();
  ASSERT_TRUE(check_gradient(q).passed());
  q.claimed[0](2, 3) = 5.0;
  const GradientVerdict verdict = check_gradient(q);
  ASSERT_TRUE(verdict.failed());
  EXPECT_EQ(verdict.fault, GradientFault::kDisagrees);
  EXPECT_EQ(verdict.where, "W(2,3)");
  EXPECT_EQ(verdict.parameter, 0);
  EXPECT_EQ(verdict.row, 2);
  EXPECT_EQ(verdict.col, 3);
  EXPECT_DOUBLE_EQ(verdict.claimed, 5.0);
  EXPECT_NEAR(verdict.numeric, -6.0, 1e-9);
  EXPECT_GT(verdict.tolerance, 0.0);
  EXPECT_LT(verdict.tolerance, 1e-6);
}

TEST(Gradient, CountsRowsWithinTheRightParameter) {
  GradientQuestion q = product_question();
  q.claimed[1][1] = 6.0;
  const GradientVerdict verdict = check_gradient(q);
  EXPECT_EQ(verdict.where, "b(1,0)");
  EXPECT_EQ(verdict.parameter, 1);
}

TEST(Gradient, RefusesNanAndInfinity) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<double>::infinity()}) {
    GradientQuestion q = product_question();
    q.claimed[1][0] = bad;
    const GradientVerdict verdict = check_gradient(q);
    EXPECT_TRUE(verdict.failed());
    EXPECT_EQ(verdict.fault, GradientFault::kNotFinite);
    EXPECT_EQ(verdict.where, "b(0,0)");
  }
}

TEST(Gradient, RefusesOtherShapes) {
  GradientQuestion q = product_question();
  q.claimed[0] = Array(Shape{4, 3}, -6.0);
  EXPECT_EQ(check_gradient(q).fault, GradientFault::kWrongShape);
  EXPECT_EQ(check_gradient(q).where, "W");
  q = product_question();
  q.claimed.pop_back();
  EXPECT_EQ(check_gradient(q).fault, GradientFault::kWrongShape);
  EXPECT_EQ(check_gradient(q).where, "b");
  q.claimed.resize(3);
  q.claimed[1] = column({-3.0, -6.0});
  EXPECT_EQ(check_gradient(q).fault, GradientFault::kWrongShape);
}

TEST(Gradient, ThrowsWhenTheQuestionItselfIsWrong) {
  GradientQuestion q = product_question();
  q.upstream = {1.0, 2.0};
  EXPECT_THROW(static_cast<void>(check_gradient(q)), std::invalid_argument);
}

TEST(Gradient, IsVacuousOnAKink) {
  GradientQuestion q;
  q.at = {{"x", scalar(0.0)}};
  q.f = [](std::span<const double> t) { return std::vector<double>{std::max(t[0], 0.0)}; };
  q.pattern = [](std::span<const double> t) { return std::vector<bool>{t[0] > 0.0}; };
  q.upstream = {1.0};
  for (const double claim : {0.0, 0.5, 1.0}) {
    q.claimed = {scalar(claim)};
    EXPECT_TRUE(check_gradient(q).vacuous()) << claim;
  }
}

TEST(Gradient, TheKinkGuardStopsFalseAlarms) {
  GradientQuestion q;
  q.at = {{"x", scalar(1e-3)}};
  q.f = [](std::span<const double> t) { return std::vector<double>{std::max(t[0], 0.0)}; };
  q.upstream = {1.0};
  q.claimed = {scalar(1.0)};
  q.pattern = [](std::span<const double> t) { return std::vector<bool>{t[0] > 0.0}; };
  EXPECT_TRUE(check_gradient(q).passed());
  q.claimed = {scalar(0.99999)};
  EXPECT_TRUE(check_gradient(q).failed());
}

TEST(Gradient, IsVacuousWhereTheFunctionIsNotFinite) {
  GradientQuestion q;
  q.at = {{"x", scalar(1.0)}};
  q.f = [](std::span<const double>) {
    return std::vector<double>{std::numeric_limits<double>::quiet_NaN()};
  };
  q.upstream = {1.0};
  q.claimed = {scalar(1.0)};
  EXPECT_TRUE(check_gradient(q).vacuous());
}

TEST(Gradient, OneContradictionIsNotEnough) {
  GradientQuestion q;
  q.at = {{"x", scalar(0.0)}};
  q.f = [](std::span<const double> t) {
    const bool far = t[0] == 0.0 || std::abs(t[0]) > 0.01;
    return std::vector<double>{far ? 2.0 * t[0] : std::numeric_limits<double>::quiet_NaN()};
  };
  q.upstream = {1.0};
  q.claimed = {scalar(1.0)};
  EXPECT_TRUE(check_gradient(q).vacuous()) << "only the first of four steps can be computed";
}

TEST(Gradient, SamplesEveryParameterOfALargeModel) {
  Random random(5);
  const Array W = samples::draw(random, 10, 2000);
  const Array b = samples::draw(random, 10, 1);
  const Array x = samples::draw(random, 2000, 1);
  const Array g = samples::draw(random, 10, 1);
  GradientQuestion q;
  q.at = {{"W", W}, {"b", b}};
  q.f = on_arrays({W.shape, b.shape}, [x](std::span<const Array> a) {
    return samples::plus_columns(samples::multiply(a[0], x), a[1]);
  });
  q.upstream = g.values;
  q.noise = tolerance::network_noise({{W}, {b}, oracle::Activation::kTanh}, x, g);
  q.claimed = {samples::multiply(g, samples::transposed(x)), g};
  EXPECT_TRUE(check_gradient(q).passed());
  q.claimed[1] = Array(b.shape);
  const GradientVerdict verdict = check_gradient(q);
  ASSERT_TRUE(verdict.failed());
  EXPECT_EQ(verdict.parameter, 1);
}

TEST(Gradient, ADirectionFindsWhatTheSampledEntriesMiss) {
  GradientQuestion q;
  const Array theta(Shape{3000, 1}, 1.0);
  q.at = {{"w", theta}};
  q.f = [](std::span<const double> t) {
    double sum = 0.0;
    for (const double v : t) sum += v;
    return std::vector<double>{sum};
  };
  q.upstream = {2.0};
  q.claimed = {Array(theta.shape, 2.0)};
  EXPECT_TRUE(check_gradient(q).passed());
  q.claimed[0][1234] = 0.0;
  const GradientVerdict verdict = check_gradient(q);
  ASSERT_TRUE(verdict.failed());
  EXPECT_EQ(verdict.where, "along a random direction");
  EXPECT_EQ(verdict.parameter, -1);
}

TEST(Gradient, TriesTheDirectionOfTheClaim) {
  GradientQuestion q = product_question();
  const Function f = q.f;
  bool tried = false;
  q.f = [&tried, f](std::span<const double> t) {
    // The claim has the entries -6 (W), -3 and -6 (b): scaled to at most 1 and times 1/8.
    if (t.front() == 2.0 - 0.125 && t[12] == 1.0 - 0.0625 && t[13] == 2.0 - 0.125) tried = true;
    return f(t);
  };
  EXPECT_TRUE(check_gradient(q).passed());
  EXPECT_TRUE(tried);
}

TEST(Gradient, FlatteningGoesBothWays) {
  Random random(3);
  const std::vector<Array> arrays = {samples::draw(random, 2, 3), samples::draw(random, 4, 1)};
  const std::vector<Shape> shapes = {{2, 3}, {4, 1}};
  EXPECT_EQ(unflatten(flatten(arrays), shapes), arrays);
  const std::vector<Shape> too_many = {{2, 3}, {4, 1}, {1, 1}};
  EXPECT_THROW(static_cast<void>(unflatten(flatten(arrays), too_many)), std::invalid_argument);
  const std::vector<Shape> too_few = {{2, 3}};
  EXPECT_THROW(static_cast<void>(unflatten(flatten(arrays), too_few)), std::invalid_argument);
}

}  // namespace
}  // namespace gradus::check
