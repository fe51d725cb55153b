#include "check/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/random.hpp"

namespace gradus::check {
namespace {

constexpr double kFanIn = 200.0;
constexpr double kFanOut = 60.0;
const double kGlorot = std::sqrt(6.0 / (kFanIn + kFanOut));

std::vector<double> uniform_sample(Random& random, double low, double high) {
  std::vector<double> sample(static_cast<std::size_t>(kFanIn * kFanOut));
  for (double& w : sample) w = random.uniform(low, high);
  return sample;
}

bool has(const std::vector<SampleFinding>& findings, SamplePart part) {
  return std::any_of(findings.begin(), findings.end(),
                     [part](const SampleFinding& f) { return f.part == part; });
}

TEST(UniformFindings, NothingSpeaksAgainstTheUniformLaw) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const std::vector<double> sample = uniform_sample(random, -kGlorot, kGlorot);
    const auto findings = uniform_findings(sample, kGlorot);
    ASSERT_TRUE(findings.empty()) << "seed " << seed << ": " << name(findings[0].part);
    const auto dependent = independence_findings(sample);
    ASSERT_TRUE(dependent.empty()) << "seed " << seed << ": " << name(dependent[0].part);
  }
}

/// An initialiser that is wrong, and the part that must show it.
struct WrongLaw {
  std::string name;
  SamplePart part;
  std::function<double(Random&)> draw;
};

TEST(UniformFindings, EveryWrongLawIsFound) {
  const double L = kGlorot;
  const std::vector<WrongLaw> laws = {
      {"zeros", SamplePart::kLargest, [](Random&) { return 0.0; }},
      {"normal of the right variance", SamplePart::kBounds,
       [L](Random& r) { return L / std::sqrt(3.0) * r.normal(); }},
      {"one-sided", SamplePart::kMean, [L](Random& r) { return r.uniform(0.0, L); }},
      {"no square root", SamplePart::kLargest, [L](Random& r) { return r.uniform(-L * L, L * L); }},
      {"limit taken for the deviation", SamplePart::kBounds,
       [L](Random& r) { return r.uniform(-L * std::sqrt(3.0), L * std::sqrt(3.0)); }},
      {"deviation taken for the limit", SamplePart::kSecondMoment,
       [L](Random& r) { return r.uniform(-L / std::sqrt(3.0), L / std::sqrt(3.0)); }},
      {"fan_in alone", SamplePart::kBounds,
       [](Random& r) { return r.uniform(-1.0, 1.0) * std::sqrt(6.0 / kFanIn); }},
      {"fan_out alone", SamplePart::kBounds,
       [](Random& r) { return r.uniform(-1.0, 1.0) * std::sqrt(6.0 / kFanOut); }},
      {"pushed to the ends", SamplePart::kSecondMoment,
       [L](Random& r) { return L * std::cbrt(r.uniform(-1.0, 1.0)); }},
      {"two points", SamplePart::kDistribution, [L](Random& r) { return r.chance(0.5) ? L : -L; }},
      {"right moments, wrong law", SamplePart::kDistribution,
       [L](Random& r) {
         const double u = r.uniform();
         if (u < 0.2) return r.uniform(-1.0, 1.0) * L;
         return (u < 0.6 ? -1.0 : 1.0) * L / std::sqrt(3.0);
       }},
  };
  for (const WrongLaw& law : laws) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      Random random(seed);
      std::vector<double> sample(12000);
      for (double& w : sample) w = law.draw(random);
      EXPECT_TRUE(has(uniform_findings(sample, L), law.part)) << law.name << ", seed " << seed;
    }
  }
}

TEST(UniformFindings, NumbersLetTheReaderJudge) {
  const std::vector<double> sample(1000, 0.25);
  const auto findings = uniform_findings(sample, 1.0);
  ASSERT_TRUE(has(findings, SamplePart::kMean));
  for (const SampleFinding& finding : findings) {
    EXPECT_FALSE(finding.observed >= finding.low && finding.observed <= finding.high);
    if (finding.part == SamplePart::kMean) {
      EXPECT_DOUBLE_EQ(finding.observed, 0.25);
    }
  }
}

TEST(UniformFindings, UnwrittenEntriesAreFound) {
  Random random(1);
  std::vector<double> sample = uniform_sample(random, -kGlorot, kGlorot);
  sample[77] = std::numeric_limits<double>::quiet_NaN();
  const auto findings = uniform_findings(sample, kGlorot);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].part, SamplePart::kBounds);
  EXPECT_TRUE(std::isnan(findings[0].observed));
}

TEST(UniformFindings, RefusesQuestionsWithoutAnswer) {
  EXPECT_THROW(static_cast<void>(uniform_findings({}, 1.0)), std::invalid_argument);
  const std::vector<double> one = {0.5};
  EXPECT_THROW(static_cast<void>(uniform_findings(one, 0.0)), std::invalid_argument);
}

TEST(FittedLimit, FindsTheLimit) {
  Random random(3);
  EXPECT_NEAR(fitted_limit(uniform_sample(random, -0.173, 0.173)), 0.173, 0.173 * 2e-3);
}

TEST(IndependenceFindings, ARepeatedRowIsFound) {
  Random random(4);
  std::vector<double> sample = uniform_sample(random, -1.0, 1.0);
  for (std::size_t i = 200; i < sample.size(); ++i) sample[i] = sample[i - 200];
  const auto findings = independence_findings(sample);
  ASSERT_TRUE(has(findings, SamplePart::kDistinct));
  EXPECT_NEAR(findings[0].observed, 200.0 / 12000.0, 1e-12);
}

TEST(IndependenceFindings, ACoarseGeneratorIsFound) {
  Random random(5);
  std::vector<double> sample = uniform_sample(random, -1.0, 1.0);
  for (double& w : sample) w = std::floor(w * 16384.0) / 16384.0;
  EXPECT_TRUE(has(independence_findings(sample), SamplePart::kDistinct));
}

TEST(IndependenceFindings, ASmoothedSequenceIsFound) {
  Random random(6);
  std::vector<double> sample = uniform_sample(random, -1.0, 1.0);
  for (std::size_t i = 1; i < sample.size(); ++i) sample[i] = (sample[i] + sample[i - 1]) / 2.0;
  EXPECT_TRUE(has(independence_findings(sample), SamplePart::kNeighbours));
}

TEST(IndependenceFindings, AConstantIsFound) {
  const std::vector<double> sample(1000, 0.5);
  const auto findings = independence_findings(sample);
  EXPECT_TRUE(has(findings, SamplePart::kDistinct));
  EXPECT_TRUE(has(findings, SamplePart::kNeighbours));
}

TEST(NeighbourCorrelation, OfAnAlternatingSequenceIsMinusOne) {
  std::vector<double> sample;
  for (int i = 0; i < 1000; ++i) sample.push_back(i % 2 == 0 ? 1.0 : -1.0);
  EXPECT_NEAR(neighbour_correlation(sample), -1.0, 2e-3);
}

}  // namespace
}  // namespace gradus::check
