#include "marks/diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/marks/sample.hpp"

namespace gradus::marks {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class TwoRuns : public testing::Test {
 protected:
  marks::Run before_ = test::sample_run();
  marks::Run after_ = test::sample_run();

  [[nodiscard]] Comparison compared() const { return compare(before_, after_); }
};

TEST_F(TwoRuns, ThatCameOutAlikeHaveNoMoves) {
  EXPECT_THAT(compared().moves, IsEmpty());
  EXPECT_THAT(compared().notes, IsEmpty());
  EXPECT_EQ(compared().same, 2);
  EXPECT_EQ(text(compared()),
            "0 up, 0 down, 0 flagged, 0 with the same points for other checks, 2 alike\n");
}

TEST_F(TwoRuns, ShowWhoMovedByWhichCheck) {
  after_.terms.build = "c0c0";
  after_.results.at("bb") = test::results_of("bb", 400, 300);
  const Comparison comparison = compared();
  ASSERT_EQ(comparison.moves.size(), 1U);
  const Move& bob = comparison.moves[0];
  EXPECT_EQ(bob.student, "bob");
  EXPECT_EQ(bob.from, 400);
  EXPECT_EQ(bob.to, 700);
  ASSERT_EQ(bob.parts.size(), 1U);
  EXPECT_EQ(bob.parts[0].slug, "tp1.softmax");
  EXPECT_THAT(bob.parts[0].checks, ElementsAre("tp1.softmax.value: wrong answer -> passed"));
  EXPECT_THAT(bob.because, ElementsAre("the harness"));
  EXPECT_EQ(text(comparison),
            "1 up, 0 down, 0 flagged, 0 with the same points for other checks, 1 alike\n\n"
            "bob  tp1  4 -> 7\n    tp1.softmax  1 -> 4\n"
            "      tp1.softmax.value: wrong answer -> passed\n    what differs: the harness\n");
}

TEST_F(TwoRuns, ThatDifferInNothingButTheirVerdictsAreOurFault) {
  after_.results.at("aa") = test::results_of("aa", 400, 0);
  ASSERT_EQ(compared().moves.size(), 1U);
  EXPECT_THAT(compared().moves[0].because, IsEmpty());
  EXPECT_THAT(text(compared()), StartsWith("0 up, 1 down, 1 flagged"));
  EXPECT_THAT(text(compared()), HasSubstr("This is our fault"));
}

TEST_F(TwoRuns, NameEverythingThatDiffers) {
  after_.results.at("aa") = test::results_of("aa", 0, 0);
  after_.terms.seed = 8;
  after_.terms.mnist = "";
  Fingerprint& now = after_.results.at("aa").fingerprint;
  now.submission = "other";
  now.harness = "0.2.0";
  now.flags = "-O2";
  now.isolation = "none";
  EXPECT_THAT(compared().moves.at(0).because,
              ElementsAre("the code", "the harness", "the seed", "the data", "compiler or machine",
                          "the isolation"));
}

TEST_F(TwoRuns, ShowFlaggedMovesFirst) {
  after_.results.at("aa") = test::results_of("aa", 0, 0);
  after_.results.at("aa").fingerprint.submission = "other";
  after_.results.at("bb") = test::results_of("bb", 0, 0);
  const std::string all = text(compared());
  EXPECT_LT(all.find("\nbob"), all.find("\nada"));
}

TEST_F(TwoRuns, ShowOtherChecksBehindTheSamePoints) {
  after_.terms.build = "c0c0";
  auto& exercise = after_.results.at("aa").labs[0].exercises[0];
  exercise.checks[0].slug = "tp1.softmax.renamed";
  exercise.verdict = Verdict::kPassed;
  EXPECT_THAT(compared().moves.at(0).parts.at(0).checks,
              ElementsAre("tp1.softmax.value: passed -> not there",
                          "tp1.softmax.renamed: not there -> passed"));
  EXPECT_THAT(text(compared()), HasSubstr("1 with the same points for other checks"));
}

TEST_F(TwoRuns, ShowMnist) {
  after_.terms.seed = 8;
  MnistResult& mnist = *after_.results.at("aa").labs[0].mnist;
  mnist.points = 200;
  mnist.verdict = Verdict::kPassed;
  after_.results.at("aa").labs[0].points += 200;
  const PartMove part = compared().moves.at(0).parts.at(0);
  EXPECT_EQ(part.slug, "tp1.mnist");
  EXPECT_EQ(part.to, 200);
  EXPECT_THAT(part.checks, ElementsAre("not finished -> passed"));
}

TEST_F(TwoRuns, NoteWhoIsMissingOrHeldBackInOne) {
  before_.class_list.erase(before_.class_list.begin());
  after_.class_list.pop_back();
  after_.results.erase("bb");
  after_.class_list[2].submission = "";
  EXPECT_THAT(compared().notes,
              ElementsAre("bob: graded in the first run, held back in the second",
                          "cyd: held back in the first run, nothing handed in in the second",
                          "dan: only in the first run", "ada: only in the second run"));
}

}  // namespace
}  // namespace gradus::marks
