#include "marks/marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "marks/summary.hpp"
#include "tests/marks/sample.hpp"

namespace gradus::marks {
namespace {

using test::marks_with;
using test::sum;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t kAda = 0;
constexpr std::size_t kBob = 1;
constexpr std::size_t kCyd = 2;
constexpr std::size_t kDan = 3;

LabMark mark_of(std::size_t student, const std::string& late, const std::string& overrides,
                const EarlierMarks& earlier = {}) {
  return marks_with(late, overrides, earlier)[student].labs.at(0);
}

const std::string kPolicy = "policy tp1 10% per day\n";

TEST(Marks, AreThePointsOfThePartsWhereNothingElseIsSaid) {
  const LabMark ada = mark_of(kAda, "", "");
  EXPECT_EQ(ada.lab, "tp1");
  EXPECT_EQ(ada.state, State::kGraded);
  EXPECT_EQ(ada.raw, 700);
  EXPECT_EQ(ada.mark, 700);
  EXPECT_EQ(ada.out_of, 2000);
  ASSERT_EQ(ada.lines.size(), 4U);
  EXPECT_EQ(ada.lines[0].says, "tp1.softmax: passed, of 4");
  EXPECT_EQ(ada.lines[0].change, 400);
  EXPECT_EQ(mark_of(kBob, "", "").mark, 400);
}

TEST(Marks, OfNothingHandedInAreZeroAndSaySo) {
  const LabMark dan = mark_of(kDan, "", "");
  EXPECT_EQ(dan.state, State::kNothingHandedIn);
  EXPECT_EQ(dan.mark, 0);
  EXPECT_EQ(dan.out_of, 2000);
  EXPECT_EQ(dan.lines.size(), 1U);
}

TEST(Marks, AreHeldWhereTheGraderFailedWithoutANumberAnywhere) {
  const EarlierMarks earlier{"before", {{{"cyd", "tp1"}, 1900}}};
  const LabMark cyd = mark_of(kCyd, kPolicy + "late cyd tp1 1 day",
                              "cyd tp1.nll +1 \"x\"\neverybody tp1 +2 \"x\"", earlier);
  EXPECT_EQ(cyd.state, State::kHeld);
  EXPECT_EQ(cyd.mark, 0);
  EXPECT_EQ(sum(cyd), 0);
  EXPECT_FALSE(cyd.has_number());
  EXPECT_THAT(mark_text(cyd), Not(HasSubstr("0")));
}

TEST(Marks, AreHeldAlsoWhereAReportSaysThatTheGraderFailed) {
  auto run = test::sample_run();
  run.results.at("aa").labs[0].exercises[0].checks[0].verdict = Verdict::kHarnessError;
  EXPECT_EQ(marks(run, {}, {}, {})[kAda].labs[0].state, State::kHeld);
}

TEST(Marks, ThatAreHeldCanBeSetByHand) {
  const LabMark cyd = mark_of(kCyd, "", "cyd tp1 = 12.5 \"oral exam\"");
  EXPECT_EQ(cyd.state, State::kGraded);
  EXPECT_EQ(cyd.mark, 1250);
  EXPECT_EQ(sum(cyd), 1250);
  EXPECT_EQ(mark_of(kCyd, kPolicy + "late cyd tp1 1 day", "cyd tp1 = 12.5 \"x\"").lines.size(), 1U);
}

TEST(Marks, OfWhoIsExcusedAreNone) {
  const LabMark ada = mark_of(kAda, "", "ada tp1 excused \"ill\"");
  EXPECT_EQ(ada.state, State::kExcused);
  EXPECT_FALSE(ada.has_number());
  EXPECT_EQ(ada.mark, 0);
  EXPECT_EQ(mark_of(kDan, "", "dan tp1 excused \"ill\"").state, State::kExcused);
  EXPECT_EQ(mark_of(kCyd, "", "cyd tp1 excused \"ill\"").state, State::kExcused);
}

TEST(Marks, OverridesOfPartsComeBeforeLatenessAndThoseOfTheLabAfterIt) {
  const std::string late = kPolicy + "late ada tp1 1 day";
  EXPECT_EQ(mark_of(kAda, late, "").mark, 630);
  EXPECT_EQ(mark_of(kAda, late, "ada tp1.softmax +1 \"x\"").mark, 720);
  EXPECT_EQ(mark_of(kAda, late, "ada tp1 +1 \"x\"").mark, 730);
  const LabMark set = mark_of(kAda, late, "ada tp1 = 12.5 \"oral exam\"");
  EXPECT_EQ(set.mark, 1250);
  EXPECT_EQ(set.late, 70);
  EXPECT_EQ(set.raw, 700);
  EXPECT_EQ(set.lines.back().says, "tp1 set by hand to 12.5 (oral exam)");
  EXPECT_EQ(set.lines.back().change, 620);
}

TEST(Marks, AreSetBeforeTheyAreChanged) {
  EXPECT_EQ(mark_of(kBob, "", "bob tp1.softmax +1 \"x\"\nbob tp1.softmax = 3 \"y\"").mark, 700);
  EXPECT_EQ(mark_of(kBob, "", "bob tp1 +1 \"x\"\nbob tp1 = 3 \"y\"").mark, 400);
  EXPECT_EQ(mark_of(kBob, "", "bob tp1.evaluate = 1 \"not in the report\"").mark, 500);
}

TEST(Marks, EverybodyIsWhoHandedSomethingIn) {
  const auto all = marks_with("", "everybody tp1.nll +0.5 \"x\"");
  EXPECT_EQ(all[kAda].labs[0].mark, 750);
  EXPECT_EQ(all[kBob].labs[0].mark, 450);
  EXPECT_EQ(all[kDan].labs[0].mark, 0);
  EXPECT_EQ(all[kDan].labs[0].state, State::kNothingHandedIn);
}

TEST(Marks, ByHandAreMarksAlsoOfNothingHandedIn) {
  const LabMark dan = mark_of(kDan, kPolicy + "late dan tp1 1 day", "dan tp1 = 12 \"oral exam\"");
  EXPECT_EQ(dan.state, State::kGraded);
  EXPECT_EQ(dan.mark, 1200);
  EXPECT_EQ(dan.late, 0) << "nothing was late";
}

TEST(Marks, OfOneLabAreNoneOfAnother) {
  EXPECT_EQ(mark_of(kAda, "policy tp2 10% per day\nlate ada tp2 1 day",
                    "ada tp2 = 3 \"x\"\nada tp2.tanh +1 \"x\"")
                .mark,
            700);
}

TEST(Marks, StayBetweenZeroAndWhatTheLabIsWorthAndSaySo) {
  const LabMark high = mark_of(kAda, "", "ada tp1 +14 \"x\"");
  EXPECT_EQ(high.mark, 2000);
  EXPECT_EQ(high.lines.back().says, "no mark is above 20");
  EXPECT_EQ(high.lines.back().change, -100);
  const LabMark low = mark_of(kAda, "", "ada tp1.nll -8 \"x\"");
  EXPECT_EQ(low.mark, 0);
  EXPECT_EQ(low.lines.back().says, "no mark is below 0");
}

TEST(Marks, AreNeverBelowOnesThatAreOutAndNameTheirRun) {
  const EarlierMarks earlier{"2026-09-01", {{{"ada", "tp1"}, 800}, {{"bob", "tp1"}, 300}}};
  const LabMark ada = mark_of(kAda, "", "ada tp1.nll -1 \"x\"", earlier);
  EXPECT_EQ(ada.mark, 800);
  EXPECT_EQ(ada.lines.back().change, 200);
  EXPECT_THAT(ada.lines.back().says, HasSubstr("2026-09-01"));
  EXPECT_EQ(mark_of(kBob, "", "", earlier).mark, 400);
  const EarlierMarks same{"2026-09-01", {{{"ada", "tp1"}, 700}}};
  EXPECT_EQ(mark_of(kAda, "", "", same).lines.size(), 4U) << "nothing to say";
}

TEST(Marks, WithoutMnistAreOutOfLess) {
  auto run = test::sample_run();
  run.results.clear();
  EXPECT_EQ(marks(run, {}, {}, {})[kDan].labs[0].out_of, 2000);
  run.terms.mnist = "";
  EXPECT_EQ(marks(run, {}, {}, {})[kDan].labs[0].out_of, 1800);
}

TEST(Marks, CarryTheRemarksOfHandInAndReport) {
  auto run = test::sample_run();
  run.class_list[kAda].remarks = {"one"};
  run.results.at("aa").remarks = {"two"};
  EXPECT_THAT(marks(run, {}, {}, {})[kAda].remarks, testing::ElementsAre("one", "two"));
}

TEST(Explanation, ShowsEveryLineAndNothingHarmful) {
  const LabMark ada =
      mark_of(kAda, kPolicy + "late ada tp1 1 day", "ada tp1 +1 \"\x1b[2J well done\"");
  const std::string text = explanation(ada);
  EXPECT_THAT(text, HasSubstr("tp1, A linear classifier, gradients by hand: 7.3 of 20\n"));
  EXPECT_THAT(text, HasSubstr("    -0.7  late by 1 day"));
  EXPECT_THAT(text, HasSubstr("       1  tp1 changed by hand"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(Summary, CountsBeforeItLists) {
  const std::string text = summary(marks_with("", ""));
  EXPECT_THAT(text, testing::StartsWith(
                        "4 students\n  tp1  2 graded (mean 5.5, from 4 to 7, of 20), 1 handed in "
                        "nothing, 0 excused, 1 held back\n\nada, Ada Lovelace\n  tp1,"));
  EXPECT_THAT(
      text,
      HasSubstr("\ncyd, Cyd Charisse\n  tp1, A linear classifier, gradients by hand: held back"));
}

/// Lines of both ledgers, at random but without contradictions.
std::string random_overrides() {
  std::string text;
  for (const std::string who : {"ada", "bob", "cyd", "dan", "everybody"}) {
    for (const std::string what : {"tp1", "tp1.softmax", "tp1.nll", "tp1.mnist"}) {
      const int by = *rc::gen::inRange(0, 3000);
      const std::string amount = std::to_string(by / 100) + "." + std::to_string(by % 100 / 10);
      switch (*rc::gen::inRange(0, 8)) {
        case 0:
          text += who + " " + what + " +" + amount + " \"x\"\n";
          break;
        case 1:
          text += who + " " + what + " -" + amount + " \"x\"\n";
          break;
        case 2:
          if (who != "everybody") text += who + " " + what + " = " + amount + " \"x\"\n";
          break;
        default:
          break;
      }
    }
  }
  return text;
}

RC_GTEST_PROP(Marks, AreAlwaysTheSumOfTheirLines, ()) {
  std::string late = "policy tp1 " + std::to_string(*rc::gen::inRange(0, 101)) + "% per day\n";
  for (const std::string who : {"ada", "bob", "cyd", "dan"}) {
    late += "late " + who + " tp1 " + std::to_string(*rc::gen::inRange(0, 300)) + " hours\n";
  }
  EarlierMarks earlier{"before", {}};
  for (const std::string who : {"ada", "bob", "cyd", "dan"}) {
    if (*rc::gen::arbitrary<bool>()) earlier.marks[{who, "tp1"}] = *rc::gen::inRange(0, 2500);
  }
  for (const StudentMarks& of : marks_with(late, random_overrides(), earlier)) {
    const LabMark& m = of.labs.at(0);
    RC_ASSERT(sum(m) == m.mark);
    RC_ASSERT(m.mark >= 0);
    RC_ASSERT(m.mark <= m.out_of);
    RC_ASSERT(m.has_number() || m.mark == 0);
    const auto before = earlier.marks.find({of.student.id, "tp1"});
    if (m.has_number() && before != earlier.marks.end()) {
      RC_ASSERT(m.mark >= std::min(before->second, m.out_of));
    }
  }
}

}  // namespace
}  // namespace gradus::marks
