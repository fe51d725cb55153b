#include "pages/statistics.hpp"

#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pages/samples.hpp"

namespace gradus::pages {
namespace {

using test::kRight;
using test::kWrong;
using test::results;
using test::RunOf;
using test::softmax;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Results full() { return results(softmax(kRight, kRight)); }
Results overflowing() { return results(softmax(kRight, kWrong)); }
Results wrong() { return results(softmax(kWrong, kRight)); }
Results untouched() { return results(softmax(Verdict::kNotStarted, Verdict::kNotStarted)); }

/// A lab of one exercise of which some points were earned.
Results with_points(Points points, Points out_of) {
  Results r = full();
  r.labs[0].points = points;
  r.labs[0].out_of = out_of;
  return r;
}

TEST(Statistics, OfNobodyAreEmpty) {
  RunOf run;
  const Statistics stats = statistics_of(*run);
  EXPECT_EQ(stats.students, 0U);
  EXPECT_EQ(stats.handed_in, 0U);
  EXPECT_THAT(stats.labs, IsEmpty());
  EXPECT_THAT(stats.ideas, IsEmpty());
  EXPECT_THAT(stats.same_files, IsEmpty());
}

TEST(Statistics, TellApartWhoHandedInWhoWaitsAndWhoIsHeldBack) {
  RunOf run;
  run.graded("ada", full()).without("bob").held_back("cyd", "no disk").waiting("dan");
  run.graded("eve", full());
  const Statistics stats = statistics_of(*run);
  EXPECT_EQ(stats.students, 5U);
  EXPECT_EQ(stats.handed_in, 4U);
  EXPECT_EQ(stats.waiting, 1U);
  EXPECT_THAT(stats.held_back, ElementsAre(2U));
  ASSERT_THAT(stats.labs, SizeIs(1));
  EXPECT_EQ(stats.labs[0].students, 2U);
}

TEST(Statistics, OfPointsCountStudentsAndNotSubmissions) {
  RunOf run;
  run.graded("ada", full()).same_as("bob", "ada").same_as("cyd", "ada").graded("dan", wrong());
  const LabStatistics lab = statistics_of(*run).labs.at(0);
  EXPECT_EQ(lab.students, 4U);
  EXPECT_EQ(lab.full, 3U);
  EXPECT_EQ(lab.points.mean, 300);
  EXPECT_EQ(lab.points.median, 400);
}

TEST(Statistics, TheMedianOfAnEvenNumberLiesBetweenTheMiddleTwo) {
  RunOf run;
  run.graded("a", with_points(100, 2000)).graded("b", with_points(1000, 2000));
  run.graded("c", with_points(500, 2000)).graded("d", with_points(1950, 2000));
  const LabStatistics lab = statistics_of(*run).labs.at(0);
  EXPECT_EQ(lab.points.median, 750);
  EXPECT_EQ(lab.points.mean, 887);
}

TEST(Histogram, HasABarForEachPointAndOneForAllOfThem) {
  RunOf run;
  run.graded("a", with_points(0, 2000)).graded("b", with_points(99, 2000));
  run.graded("c", with_points(100, 2000)).graded("d", with_points(1999, 2000));
  run.graded("e", with_points(2000, 2000));
  const std::vector<Bar> bars = statistics_of(*run).labs.at(0).histogram;
  ASSERT_THAT(bars, SizeIs(21));
  EXPECT_EQ(bars[0].students, 2U);
  EXPECT_EQ(bars[1].from, 100);
  EXPECT_EQ(bars[1].students, 1U);
  EXPECT_EQ(bars[19].students, 1U);
  EXPECT_EQ(bars[20].from, 2000);
  EXPECT_EQ(bars[20].students, 1U);
}

TEST(Histogram, OfALabWorthMoreHasBarsOfSeveralPoints) {
  RunOf run;
  run.graded("a", with_points(6400, 6500));
  const std::vector<Bar> bars = statistics_of(*run).labs.at(0).histogram;
  ASSERT_THAT(bars, SizeIs(18));
  EXPECT_EQ(bars[1].from, 400);
  EXPECT_EQ(bars[16].students, 1U);
  EXPECT_EQ(bars[17].from, 6500);
}

TEST(Statistics, OfAnExerciseAreItsMeanAndWhoHasAllOrNothing) {
  RunOf run;
  run.graded("a", full()).graded("b", overflowing()).graded("c", wrong()).graded("d", untouched());
  const TaskStatistics task = statistics_of(*run).labs.at(0).tasks.at(0);
  EXPECT_EQ(task.slug, "tp1.softmax");
  EXPECT_EQ(task.students, 4U);
  EXPECT_EQ(task.full, 1U);
  EXPECT_EQ(task.untouched, 1U);
  EXPECT_EQ(task.mean, 175);
  EXPECT_DOUBLE_EQ(task.share(), 175.0 / 400.0);
}

TEST(Statistics, OfACheckLeaveOutThoseWhoseCodeDidNotGetSoFar) {
  RunOf run;
  run.graded("a", full()).graded("b", overflowing()).graded("c", wrong()).graded("d", untouched());
  run.graded("e", results(softmax(Verdict::kTimedOut, Verdict::kUnfinished)));
  run.graded("f", results(softmax(Verdict::kDidNotBuild, Verdict::kDidNotBuild)));
  const auto checks = statistics_of(*run).labs.at(0).tasks.at(0).checks;
  ASSERT_THAT(checks, SizeIs(2));
  EXPECT_EQ(checks[0].tried, 4U);
  EXPECT_EQ(checks[0].passed, 2U);
  EXPECT_EQ(checks[0].mean, 100);
  EXPECT_EQ(checks[1].tried, 3U);
  EXPECT_EQ(checks[1].passed, 2U);
  EXPECT_EQ(checks[1].mean, 16);
  EXPECT_DOUBLE_EQ(checks[1].share_passed(), 2.0 / 3.0);
}

TEST(Check, IsSuspectWhenMoreThanFortyPercentOfEnoughStudentsFailIt) {
  CheckStatistics check;
  check.tried = 10;
  check.passed = 6;
  EXPECT_FALSE(check.is_suspect());
  check.passed = 5;
  EXPECT_TRUE(check.is_suspect());
  check.tried = 4;
  check.passed = 0;
  EXPECT_FALSE(check.is_suspect());
}

TEST(Statistics, IncludeTheRunOnMnist) {
  Results r = full();
  r.labs[0].mnist = test::mnist(kWrong, "MNIST");
  RunOf run;
  run.graded("ada", r);
  const LabStatistics lab = statistics_of(*run).labs.at(0);
  ASSERT_THAT(lab.tasks, SizeIs(2));
  EXPECT_EQ(lab.tasks[1].slug, "tp1.mnist");
  EXPECT_EQ(lab.tasks[1].out_of, 200);
  EXPECT_THAT(lab.tasks[1].checks, IsEmpty());
}

Results with_mistake(const std::string& mistake) {
  ExerciseResult e = softmax(kWrong, kWrong);
  e.finding = {"tp1.softmax." + mistake, "You did " + mistake + ".", "softmax_shift"};
  return results(e);
}

TEST(Mistakes, AreCountedByStudentTheMostCommonFirst) {
  RunOf run;
  run.graded("a", with_mistake("rare")).graded("b", with_mistake("common"));
  run.same_as("c", "b").graded("d", overflowing());
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.mistakes, SizeIs(2));
  EXPECT_EQ(stats.mistakes[0].slug, "tp1.softmax.common");
  EXPECT_EQ(stats.mistakes[0].students, 2U);
  EXPECT_EQ(stats.mistakes[0].says, "You did common.");
  EXPECT_EQ(stats.mistakes[1].students, 1U);
}

TEST(Ideas, AKnownMistakeCostsAllThatItsExerciseLost) {
  RunOf run;
  run.graded("a", with_mistake("x")).graded("b", with_mistake("y")).same_as("c", "b");
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.ideas, SizeIs(1));
  EXPECT_EQ(stats.ideas[0].notes, "softmax_shift");
  EXPECT_EQ(stats.ideas[0].lost, 1200);
  EXPECT_EQ(stats.ideas[0].students, 3U);
  EXPECT_EQ(stats.ideas[0].example, "You did y.");
}

TEST(Ideas, AFailedCheckCostsItsPointsWhereTheNotesExplainIt) {
  RunOf run;
  run.graded("a", overflowing());
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.ideas, SizeIs(1));
  // Where most known mistakes point that this check catches.
  EXPECT_EQ(stats.ideas[0].notes, "softmax_shift");
  EXPECT_EQ(stats.ideas[0].lost, 100);
  EXPECT_EQ(stats.ideas[0].example, "Claim of tp1.softmax.shift");
}

TEST(Ideas, WrongValuesCostWhatTheOtherChecksWouldHavePaid) {
  RunOf run;
  run.graded("a", wrong());
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.ideas, SizeIs(1));
  EXPECT_EQ(stats.ideas[0].lost, 400);
  EXPECT_EQ(stats.ideas[0].example, "Claim of tp1.softmax.value");
}

TEST(Ideas, WhatWasNotStartedOrNotBuiltTeachesNothing) {
  RunOf run;
  run.graded("a", untouched()).graded("b", full());
  run.graded("c", results(softmax(Verdict::kDidNotBuild, Verdict::kDidNotBuild)));
  EXPECT_THAT(statistics_of(*run).ideas, IsEmpty());
}

TEST(Ideas, TheMostCostlyComesFirst) {
  RunOf run;
  run.graded("a", overflowing()).graded("b", wrong());
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.ideas, SizeIs(2));
  EXPECT_EQ(stats.ideas[0].lost, 400);
  EXPECT_EQ(stats.ideas[1].notes, "softmax_shift");
}

TEST(Times, AreTheMedianAndTheLongestTheSlowestFirst) {
  RunOf run;
  run.graded("a", full()).graded("b", full()).graded("c", full());
  run->submissions["hash of a"].timings = {{"compile", 2.0}, {"tp1.softmax", 9.0}};
  run->submissions["hash of b"].timings = {{"compile", 3.0}, {"tp1.softmax", 1.0}};
  run->submissions["hash of c"].timings = {{"compile", 4.0}, {"tp1.softmax", 2.0}};
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.times, SizeIs(2));
  EXPECT_EQ(stats.times[0].what, "tp1.softmax");
  EXPECT_DOUBLE_EQ(stats.times[0].median, 2.0);
  EXPECT_DOUBLE_EQ(stats.times[0].longest, 9.0);
  EXPECT_DOUBLE_EQ(stats.times[1].median, 3.0);
}

TEST(SameFiles, AreFoundLabByLab) {
  RunOf run;
  run.graded("a", full()).graded("b", overflowing()).graded("c", full()).same_as("d", "a");
  // The same lab in submissions that differ elsewhere.
  run->submissions["hash of c"].labs["tp1"] = run->submissions["hash of a"].labs["tp1"];
  const Statistics stats = statistics_of(*run);
  ASSERT_THAT(stats.same_files, SizeIs(1));
  EXPECT_EQ(stats.same_files[0].lab, "tp1");
  EXPECT_THAT(stats.same_files[0].students, ElementsAre(0U, 2U, 3U));
  EXPECT_EQ(stats.same_files[0].written, 1U);
  EXPECT_EQ(stats.same_files[0].exercises, 1U);
}

TEST(SameFiles, StubsThatNobodyTouchedAreNoMatch) {
  RunOf run;
  run.graded("a", untouched()).same_as("b", "a");
  EXPECT_THAT(statistics_of(*run).same_files, IsEmpty());
}

TEST(Differences, AreNamedProcessorsApart) {
  Results other = full();
  other.fingerprint.cpu = "another";
  other.fingerprint.compiler = "another";
  RunOf run;
  run.graded("a", full()).graded("b", other);
  EXPECT_THAT(statistics_of(*run).differences, ElementsAre("compiler"));
}

TEST(Differences, TheDataCountsWhereItWasLookedAt) {
  Results on_mnist = full();
  on_mnist.labs[0].mnist = test::mnist(kRight, "MNIST");
  Results not_run = on_mnist;
  not_run.labs[0].mnist->data = "";
  RunOf run;
  run.graded("a", on_mnist).graded("b", not_run);
  EXPECT_THAT(statistics_of(*run).differences, IsEmpty());
  on_mnist.labs[0].mnist->data = "the sample of MNIST";
  run.graded("c", on_mnist);
  EXPECT_THAT(statistics_of(*run).differences, ElementsAre("data of tp1.mnist"));
}

}  // namespace
}  // namespace gradus::pages
