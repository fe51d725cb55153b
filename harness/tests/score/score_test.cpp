#include "score/score.hpp"

#include <array>
#include <gtest/gtest.h>
#include <set>
#include <utility>

namespace gradus {
namespace {

using check::Kind;

CheckResult check_of(Kind kind, Verdict verdict, Points out_of = 100) {
  CheckResult c;
  c.kind = kind;
  c.verdict = verdict;
  c.out_of = out_of;
  c.points = 77;  // Left from before: score() must not believe it.
  return c;
}

ExerciseResult scored(std::vector<CheckResult> checks) {
  ExerciseResult e;
  e.checks = std::move(checks);
  e.points = 77;
  e.verdict = Verdict::kPassed;
  score(e);
  return e;
}

constexpr std::array kNotPassed = {
    Verdict::kWrong,    Verdict::kNotStarted, Verdict::kDidNotBuild,
    Verdict::kCrashed,  Verdict::kTimedOut,   Verdict::kOutOfMemory,
    Verdict::kBadReply, Verdict::kUnfinished, Verdict::kHarnessError};

TEST(Score, AllPassedIsAllPoints) {
  const auto e = scored({check_of(Kind::kValue, Verdict::kPassed, 250),
                         check_of(Kind::kProperty, Verdict::kPassed, 150)});
  EXPECT_EQ(e.points, 400);
  EXPECT_EQ(e.verdict, Verdict::kPassed);
  EXPECT_EQ(e.checks[0].points, 250);
  EXPECT_EQ(e.checks[1].points, 150);
}

TEST(Score, NothingPaysWithoutTheValues) {
  for (const Verdict verdict : kNotPassed) {
    const auto e = scored(
        {check_of(Kind::kProperty, Verdict::kPassed), check_of(Kind::kValue, verdict),
         check_of(Kind::kGradient, Verdict::kPassed), check_of(Kind::kRobust, Verdict::kPassed)});
    EXPECT_EQ(e.points, 0) << name(verdict);
    EXPECT_EQ(e.verdict, verdict);
    for (const CheckResult& c : e.checks) EXPECT_EQ(c.points, 0);
  }
}

TEST(Score, EveryValueCheckIsNeeded) {
  const auto e =
      scored({check_of(Kind::kValue, Verdict::kPassed), check_of(Kind::kValue, Verdict::kWrong),
              check_of(Kind::kProperty, Verdict::kPassed)});
  EXPECT_EQ(e.points, 0);
}

TEST(Score, PropertiesAloneProveNothing) {
  const auto e = scored({check_of(Kind::kProperty, Verdict::kPassed)});
  EXPECT_EQ(e.points, 0) << "an exercise without a value check pays nothing";
}

TEST(Score, OnlyWhatPassedPays) {
  for (const Verdict verdict : kNotPassed) {
    const auto e = scored({check_of(Kind::kValue, Verdict::kPassed, 200),
                           check_of(Kind::kProperty, verdict, 60),
                           check_of(Kind::kRobust, Verdict::kPassed, 40)});
    EXPECT_EQ(e.points, 240) << name(verdict);
    EXPECT_EQ(e.verdict, verdict) << "points proven before and after stay, the verdict shows";
  }
}

TEST(Score, TheFirstVerdictThatIsNotPassedIsShown) {
  const auto e = scored({check_of(Kind::kValue, Verdict::kPassed),
                         check_of(Kind::kProperty, Verdict::kTimedOut),
                         check_of(Kind::kRobust, Verdict::kUnfinished)});
  EXPECT_EQ(e.verdict, Verdict::kTimedOut);
}

TEST(Score, WithoutAnyCheckNothingIsProven) {
  const auto e = scored({});
  EXPECT_EQ(e.points, 0);
  EXPECT_EQ(e.verdict, Verdict::kHarnessError);
}

TEST(Gate, LooksAtValuesAndGradientsOnly) {
  for (const Verdict verdict : kNotPassed) {
    EXPECT_FALSE(opens_gate(scored({check_of(Kind::kValue, verdict)})));
    EXPECT_FALSE(opens_gate(
        scored({check_of(Kind::kValue, Verdict::kPassed), check_of(Kind::kGradient, verdict)})));
    EXPECT_TRUE(
        opens_gate(scored({check_of(Kind::kValue, Verdict::kPassed),
                           check_of(Kind::kProperty, verdict), check_of(Kind::kRobust, verdict)})));
  }
}

TEST(Gate, StaysClosedWithoutChecks) { EXPECT_FALSE(opens_gate(scored({}))); }

TEST(Score, ALabAddsUpItsExercisesAndMnist) {
  LabResult lab;
  for (const Points p : {100, 250}) {
    lab.exercises.push_back(scored({check_of(Kind::kValue, Verdict::kPassed, p)}));
    lab.exercises.back().out_of = 400;
  }
  score(lab);
  EXPECT_EQ(lab.points, 350);
  EXPECT_EQ(lab.out_of, 800);

  lab.mnist.emplace();
  lab.mnist->points = 150;
  lab.mnist->out_of = 200;
  score(lab);
  EXPECT_EQ(lab.points, 500);
  EXPECT_EQ(lab.out_of, 1000);

  Results results;
  results.labs = {lab, lab};
  EXPECT_EQ(results.points(), 1000);
  EXPECT_EQ(results.out_of(), 2000);
}

TEST(HarnessFailed, IsSeenWhereverItHappens) {
  Results results;
  results.labs.resize(1);
  LabResult& lab = results.labs[0];
  lab.exercises.push_back(
      scored({check_of(Kind::kValue, Verdict::kWrong), check_of(Kind::kRobust, Verdict::kPassed)}));
  EXPECT_FALSE(results.harness_failed());

  lab.exercises[0].checks[1].verdict = Verdict::kHarnessError;
  EXPECT_TRUE(results.harness_failed()) << "in a check behind another one that failed";
  lab.exercises[0].checks[1].verdict = Verdict::kPassed;

  lab.mnist.emplace();
  lab.mnist->verdict = Verdict::kHarnessError;
  EXPECT_TRUE(results.harness_failed());
  lab.mnist->verdict = Verdict::kTimedOut;
  EXPECT_FALSE(results.harness_failed());

  lab.exercises[0].verdict = Verdict::kHarnessError;
  EXPECT_TRUE(results.harness_failed());
}

TEST(Verdict, EveryOneHasANameOfItsOwn) {
  std::set<std::string_view> names = {name(Verdict::kPassed)};
  for (const Verdict verdict : kNotPassed) names.insert(name(verdict));
  EXPECT_EQ(names.size(), kNotPassed.size() + 1);
}

}  // namespace
}  // namespace gradus
