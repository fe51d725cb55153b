#include "pages/student_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/pages/samples.hpp"
#include "tests/report/sample_results.hpp"

namespace gradus::pages {
namespace {

using test::count;
using test::has;
using test::kAttack;
using test::kNotes;
using test::kRight;
using test::kWrong;
using test::results;
using test::softmax;

StudentReport report_of(const Results& results) {
  StudentReport report;
  report.id = "ada";
  report.name = "Ada L.";
  report.labs = {"tp1", "tp2"};
  report.state = State::kGraded;
  report.results = &results;
  return report;
}

std::string page_of(const Results& results, const Notes& notes = kNotes) {
  return student_page(report_of(results), notes);
}

TEST(StudentPage, NamesTheStudentAndThePoints) {
  const std::string page = page_of(results(softmax(kRight, kWrong)));
  EXPECT_TRUE(has(page, "<h1>Ada L.</h1>"));
  EXPECT_TRUE(has(page, "tp1 and tp2 · student <code>ada</code>"));
  EXPECT_TRUE(has(page, "<b>3 <small>/ 4</small></b><span>points in tp1</span>"));
  EXPECT_TRUE(has(page, "<b>0 <small>/ 1</small></b><span>exercises with all points</span>"));
  EXPECT_TRUE(has(page, "<b>1 <small>/ 2</small></b><span>checks passed</span>"));
}

TEST(StudentPage, WhereThereIsNoNameTheIdServes) {
  const Results all = results(softmax(kRight, kRight));
  StudentReport report = report_of(all);
  report.name = "";
  EXPECT_TRUE(has(student_page(report, kNotes), "<h1>ada</h1>"));
}

TEST(StudentPage, AFailedCheckTellsItsStoryAndHowToSeeItAtHome) {
  const std::string page = page_of(results(softmax(kRight, kWrong)));
  EXPECT_TRUE(has(page, "Claim of tp1.softmax.shift"));
  EXPECT_TRUE(has(page, "<dt>input</dt><dd class=\"code\">x = [1]</dd>"));
  EXPECT_TRUE(has(page, "<dt>expected</dt><dd class=\"code\">y = [2]</dd>"));
  EXPECT_TRUE(has(page, "<dt>got</dt><dd class=\"code\">y = [3]</dd>"));
  EXPECT_TRUE(has(page, "<dt>why</dt><dd>Because of tp1.softmax.shift</dd>"));
  EXPECT_TRUE(has(page, "<code>./gradus check tp1.softmax</code>"));
  EXPECT_TRUE(has(page, "<code>./gradus replay tp1.softmax shift</code>"));
  EXPECT_EQ(count(page, "<dt>input</dt>"), 1U);
}

TEST(StudentPage, AKnownMistakeSaysItInPlaceOfTheFirstCheckThatFails) {
  ExerciseResult e = softmax(kWrong, kWrong);
  e.finding = {"tp1.softmax.no_shift", "You take exp of the logits as they are.", "softmax_shift"};
  const std::string page = page_of(results(e));
  EXPECT_TRUE(has(page, "Your code answers as a known mistake does"));
  EXPECT_TRUE(has(page, "<p>You take exp of the logits as they are.</p>"));
  EXPECT_TRUE(has(page,
                  "<a href=\"https://example.org/notes/pitfalls.html#softmax_shift\">"
                  "Exponentials overflow</a>"));
  EXPECT_FALSE(has(page, "Because of tp1.softmax.value"));
  EXPECT_TRUE(has(page, "Because of tp1.softmax.shift"));
}

TEST(StudentPage, AnObservationIsNoDiagnosis) {
  ExerciseResult e = softmax(kWrong, kRight);
  e.finding.says = "All entries are NaN.";
  const std::string page = page_of(results(e));
  EXPECT_TRUE(has(page, "What was seen"));
  EXPECT_FALSE(has(page, "known mistake"));
  EXPECT_TRUE(has(page, "Because of tp1.softmax.value"));
}

TEST(StudentPage, LinksTheNotesOrSaysHowToOpenThem) {
  const Results all = results(softmax(kRight, kRight));
  EXPECT_TRUE(has(page_of(all), "<a href=\"https://example.org/notes/ex_tp1_softmax.html\">"));
  const std::string without = page_of(all, {});
  EXPECT_FALSE(has(without, "href=\"http"));
  EXPECT_TRUE(has(without, "<code>./gradus notes tp1.softmax</code>"));
}

TEST(StudentPage, ACheckThatPassesWithoutPayingSaysWhy) {
  EXPECT_TRUE(
      has(page_of(results(softmax(kWrong, kRight))), "It gives points once the values are right."));
}

TEST(StudentPage, SaysEveryVerdictInWords) {
  const std::string page = page_of(gradus::test::sample_results());
  for (const char* words :
       {"passed", "wrong answer", "not started", "did not build", "crashed", "took too long",
        "ran out of memory", "unusable reply", "not finished", "our fault: not judged"}) {
    EXPECT_TRUE(has(page, ">" + std::string(words) + "</span>")) << words;
  }
}

TEST(StudentPage, FoldsWhatTheCompilerAdvisesAndTheCodePrinted) {
  ExerciseResult e = softmax(kRight, kRight);
  EXPECT_FALSE(has(page_of(results(e)), "<details class=\"fold\">"));
  e.advice = "softmax.cpp:3: unused variable";
  e.printed = "hello";
  const std::string page = page_of(results(e));
  EXPECT_TRUE(has(page, "softmax.cpp:3: unused variable</pre></details>"));
  EXPECT_TRUE(has(page, "hello</pre></details>"));
}

TEST(StudentPage, TellsWhyItDidNotBuildInWordsThenAsTheCompilerPutsIt) {
  ExerciseResult e = softmax(Verdict::kDidNotBuild, Verdict::kDidNotBuild);
  e.message = "It does not compile.\n\nsoftmax.cpp:1: error\n  oops\n  ^";
  const std::string page = page_of(results(e));
  EXPECT_TRUE(has(page, "<p>It does not compile.</p>"));
  EXPECT_TRUE(has(page, ">softmax.cpp:1: error\n  oops\n  ^</pre>"));
  EXPECT_FALSE(has(page, "<ul class=\"checks\">"));
}

TEST(StudentPage, HoldsTheAccuracyAgainstWhatIsAskedFor) {
  Results all = results(softmax(kRight, kRight));
  all.labs[0].mnist = test::mnist(kWrong, "MNIST");
  all.labs[0].mnist->accuracies = {0.85, 0.8712};
  all.labs[0].mnist->threshold = 0.9;
  EXPECT_TRUE(has(page_of(all),
                  "87.12 % of the test images are recognised, 90.00 % are asked for, on MNIST, in "
                  "the last of 2 runs."));
}

TEST(StudentPage, LeadsToTheExerciseWithMostPointsLeft) {
  Results all = results(softmax(kWrong, kWrong));
  all.labs[0].exercises.push_back(softmax(Verdict::kNotStarted, Verdict::kNotStarted));
  all.labs[0].exercises[1].slug = "tp1.nll";
  EXPECT_TRUE(has(page_of(all),
                  "<p class=\"next\"><a href=\"#tp1.softmax\">Softmax</a>: 4 of its 4 "
                  "points are left (wrong answer)."));
  EXPECT_FALSE(has(page_of(results(softmax(kRight, kRight))), "class=\"next\""));
}

TEST(StudentPage, AddsUpAMarkOnceThereIsOne) {
  const Results all = results(softmax(kRight, kRight));
  StudentReport report = report_of(all);
  EXPECT_TRUE(has(student_page(report, kNotes), "not yet a mark"));
  report.marks = {{"tp1", "11.5 of 20", {{"points", 1350}, {"two days late", -200}}}};
  const std::string page = student_page(report, kNotes);
  EXPECT_FALSE(has(page, "not yet a mark"));
  EXPECT_TRUE(has(page, "tp1: 11.5 of 20</h3>"));
  EXPECT_TRUE(has(page, "<th scope=\"row\">points</th><td>+13.5</td>"));
  EXPECT_TRUE(has(page, "<th scope=\"row\">two days late</th><td>\u22122</td>"));
}

TEST(StudentPage, SaysEachRemarkOnce) {
  Results all = results(softmax(kRight, kRight));
  all.remarks = {"Your tp1/affine.cpp differs.", "The data was the sample."};
  StudentReport report = report_of(all);
  report.remarks = {"Your tp1/affine.cpp differs.", "A file was not taken."};
  const std::string page = student_page(report, kNotes);
  EXPECT_EQ(count(page, "Your tp1/affine.cpp differs."), 1U);
  EXPECT_TRUE(has(page, "The data was the sample."));
  EXPECT_TRUE(has(page, "A file was not taken."));
}

TEST(StudentPage, WithoutResultsSaysWhatBecameOfTheWork) {
  StudentReport report;
  report.id = "ada";
  EXPECT_TRUE(has(student_page(report, kNotes), "Nothing was handed in."));
  report.state = State::kNotGradedYet;
  EXPECT_TRUE(has(student_page(report, kNotes), "is not graded yet"));
  report.state = State::kHeldBack;
  EXPECT_TRUE(has(student_page(report, kNotes), "our fault and costs you nothing"));
}

TEST(StudentPage, SaysThatGradingIsNotFinished) {
  const Results all = results(softmax(kRight, kRight));
  StudentReport report = report_of(all);
  EXPECT_FALSE(has(student_page(report, kNotes), "Grading is not finished"));
  report.run_finished = false;
  EXPECT_TRUE(has(student_page(report, kNotes), "Grading is not finished"));
}

TEST(StudentPage, TakesNoTextForAnythingElse) {
  ExerciseResult e = softmax(kWrong, kWrong);
  e.slug = e.title = e.file = e.notes = e.advice = e.printed = kAttack;
  e.message = kAttack + "\n\n" + kAttack;
  e.finding = {kAttack, kAttack, kAttack};
  for (CheckResult& c : e.checks) {
    c.slug = e.slug + "." + kAttack;
    c.claim = kAttack;
    c.story = {kAttack, kAttack, kAttack, kAttack};
  }
  Results all = results(e);
  all.remarks = {kAttack};
  all.labs[0].name = all.labs[0].title = kAttack;
  all.labs[0].mnist = test::mnist(kWrong, kAttack);
  all.labs[0].mnist->message = all.labs[0].mnist->title = kAttack;
  all.labs[0].mnist->accuracies = {0.5};
  all.fingerprint = {kAttack, kAttack, kAttack, kAttack, kAttack, kAttack, kAttack, kAttack};
  StudentReport report = report_of(all);
  report.id = report.name = kAttack;
  report.labs = {kAttack};
  report.remarks = {kAttack + "!"};
  report.marks = {{kAttack, kAttack, {{kAttack, 0}}}};
  const std::string page = student_page(report, kNotes);
  EXPECT_FALSE(has(page, "<script"));
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_FALSE(has(page, "\x1b"));
  EXPECT_FALSE(has(page, "\xff"));
  EXPECT_FALSE(has(page, "\u202e"));
  EXPECT_EQ(count(page, "color-scheme: light dark"), 1U);
  EXPECT_GT(count(page, "&lt;script&gt;"), 25U);
}

TEST(StudentPage, KeepsTheGradersOwnTroublesToItself) {
  ExerciseResult e = softmax(Verdict::kHarnessError, Verdict::kHarnessError);
  e.message = "cannot write /home/teacher/run";
  for (CheckResult& c : e.checks) c.story.why = "no space on /home/teacher/run";
  Results all = results(e);
  all.labs[0].mnist = test::mnist(Verdict::kHarnessError, "MNIST");
  all.labs[0].mnist->message = "/home/teacher/mnist is damaged";
  EXPECT_FALSE(has(page_of(all), "/home/teacher"));
  EXPECT_TRUE(has(page_of(all), "a fault of the grader"));
}

TEST(StudentPage, KnowsNothingOfOthersNorWhyTheGraderFailed) {
  test::RunOf run;
  run.held_back("ada", "no space on /home/teacher/run")
      .graded("bob", results(softmax(kRight, kRight)));
  const std::string page = student_page(report_for(*run, run->students[0]), kNotes);
  EXPECT_TRUE(has(page, "ada"));
  EXPECT_FALSE(has(page, "bob"));
  EXPECT_FALSE(has(page, "/home/teacher"));
}

TEST(StudentPage, IsOneFileWithoutScripts) {
  const std::string page = page_of(gradus::test::sample_results(), {});
  EXPECT_TRUE(has(page, "content=\"default-src 'none'; style-src 'sha256-"));
  for (const char* part : {"<script", "<link", "src=", "url(", "@import", " style="}) {
    EXPECT_FALSE(has(page, part)) << part;
  }
}

}  // namespace
}  // namespace gradus::pages
