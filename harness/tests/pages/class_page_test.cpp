#include "pages/class_page.hpp"

#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pages/samples.hpp"

namespace gradus::pages {
namespace {

using test::count;
using test::has;
using test::kAttack;
using test::kNotes;
using test::kRight;
using test::kWrong;
using test::results;
using test::RunOf;
using test::softmax;

std::string page_of(RunOf& run, const Notes& notes = kNotes) {
  return class_page(*run, statistics_of(*run), notes, "today");
}

Results with_mistake() {
  ExerciseResult e = softmax(kWrong, kWrong);
  e.finding = {"tp1.softmax.no_shift", "You take exp as it is.", "softmax_shift"};
  return results(e);
}

RunOf small_class() {
  RunOf run;
  run.graded("ada", results(softmax(kRight, kRight))).graded("bob", with_mistake());
  run.same_as("cyd", "bob")
      .without("dan")
      .held_back("eve", "the judge died")
      .graded("fay", with_mistake());
  return run;
}

TEST(ClassPage, CountsTheClass) {
  RunOf run = small_class();
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page, "<b>6</b><span>students</span>"));
  EXPECT_TRUE(has(page, "<b>5</b><span>handed in</span>"));
  EXPECT_TRUE(has(page, "<b>1</b><span>held back by our own fault</span>"));
  EXPECT_TRUE(has(page, "<b>0</b><span>median of 4 in tp1</span>"));
}

TEST(ClassPage, NamesWhoIsHeldBackAndWhy) {
  RunOf run = small_class();
  EXPECT_TRUE(has(page_of(run), "<th scope=\"row\">eve</th><td></td><td>the judge died</td>"));
}

TEST(ClassPage, TellsWhatToTeach) {
  RunOf run = small_class();
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page,
                  "<h3>Exponentials overflow</h3><p><strong>12 points</strong> lost by 3 "
                  "students</p><p class=\"example\">Most of it: You take exp as it is.</p>"));
  EXPECT_TRUE(has(page, "https://example.org/notes/pitfalls.html#softmax_shift"));
}

TEST(ClassPage, NamesTheMostCommonMistakes) {
  RunOf run = small_class();
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page, "<code>tp1.softmax.no_shift</code>"));
  EXPECT_TRUE(has(page, "<b>3 students</b>"));
}

TEST(ClassPage, DrawsTheHistogramAndTellsItInATable) {
  RunOf run = small_class();
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page, "aria-label=\"Histogram of tp1: 4 students, median 0 of 4 points."));
  EXPECT_TRUE(has(page, "<title>4 points: 1 student</title>"));
  EXPECT_TRUE(has(page, "<tr><th scope=\"row\">0 to below 1</th><td>3</td></tr>"));
}

TEST(ClassPage, PointsAtChecksThatManyFail) {
  RunOf run = small_class();
  EXPECT_FALSE(has(page_of(run), "Checks that may be wrong"));
  run.graded("gus", with_mistake());
  EXPECT_TRUE(has(page_of(run), "<b>80 %</b> <small>4 of 5</small>"));
}

TEST(ClassPage, TellsOfTheSameFilesWithoutJudging) {
  RunOf run = small_class();
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page,
                  "<b>tp1</b>, 2 students, 1 of 1 exercise written: "
                  "<a href=\"students/bob.html\">bob</a> <a href=\"students/cyd.html\">cyd</a>"));
  EXPECT_TRUE(has(page, "says nothing about how it came about"));
}

TEST(ClassPage, ListsEveryStudentWithPointsAndALink) {
  RunOf run = small_class();
  run->students[0].student.name = "Ada L.";
  const std::string page = page_of(run);
  EXPECT_TRUE(has(page, "<a href=\"students/ada.html\">Ada L.</a></th><td>ada</td>"));
  EXPECT_TRUE(has(page, "data-sort=\"400\"><b>4</b>"));
  EXPECT_TRUE(has(page, "<title>Softmax: 4 / 4, passed</title>"));
  EXPECT_TRUE(has(page, "<td>nothing handed in</td>"));
  EXPECT_TRUE(has(page, "<td>held back by our own fault</td>"));
  EXPECT_EQ(count(page, "<th scope=\"row\"><a href=\"students/"), 6U);
}

TEST(ClassPage, SaysThatTheRunIsNotFinished) {
  RunOf run = small_class();
  EXPECT_FALSE(has(page_of(run), "This run is not finished."));
  run.waiting("gus");
  run->finished = false;
  EXPECT_TRUE(has(page_of(run), "1 of 6 students&apos; work is not graded yet, and 1 held back."));
}

TEST(ClassPage, WarnsOfMarksThatDoNotRestOnTheSame) {
  RunOf run = small_class();
  Results other = results(softmax(kRight, kRight));
  other.fingerprint.isolation = "none";
  run.graded("gus", other);
  EXPECT_TRUE(has(page_of(run), "These differ between submissions: isolation."));
}

TEST(ClassPage, CanBeMadeOfNobodyAndOfOne) {
  RunOf run;
  EXPECT_TRUE(has(page_of(run), "<b>0</b><span>students</span>"));
  EXPECT_FALSE(has(page_of(run), "id=\"roll\""));
  run.waiting("ada");
  EXPECT_TRUE(has(page_of(run), "<td>not graded yet</td>"));
  RunOf one;
  one.graded("ada", results(softmax(kRight, kRight)));
  EXPECT_TRUE(has(page_of(one), "1 student, mean 4, median 4 of 4; 1 student with all points."));
}

TEST(ClassPage, TakesNoTextForAnythingElse) {
  ExerciseResult e = softmax(kWrong, kWrong);
  e.title = e.notes = kAttack;
  e.finding = {kAttack, kAttack, kAttack};
  for (CheckResult& c : e.checks) c.claim = kAttack;
  Results all = results(e);
  all.labs[0].title = kAttack;
  all.fingerprint.harness = all.fingerprint.compiler = all.fingerprint.isolation = kAttack;
  RunOf run;
  run->labs = {kAttack};
  run.held_back("eve", kAttack);
  for (const char* id : {"a", "b", "c", "d", "e"}) run.graded(id, all);
  run.same_as("f", "a");
  for (auto& [hash, graded] : run->submissions) graded.timings = {{kAttack, 1.0}};
  for (gradebook::HandIn& h : run->students) h.student.name = kAttack;
  const std::string page = page_of(run);
  EXPECT_EQ(count(page, "<script"), 1U);
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_FALSE(has(page, "\x1b"));
  EXPECT_FALSE(has(page, "\xff"));
  EXPECT_EQ(count(page, "color-scheme: light dark"), 1U);
  EXPECT_GT(count(page, "&lt;script&gt;"), 25U);
}

TEST(ClassPage, OfFiveHundredStudentsTakesNoTime) {
  Results all = results(softmax(kRight, kWrong));
  for (int i = 0; i < 13; ++i) all.labs[0].exercises.push_back(all.labs[0].exercises[0]);
  RunOf run;
  for (int i = 0; i < 500; ++i) run.graded("student" + std::to_string(i), all);
  const std::clock_t start = std::clock();
  const std::string page = page_of(run);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 1.0);
  EXPECT_EQ(count(page, "students/student"), 500U);
}

}  // namespace
}  // namespace gradus::pages
