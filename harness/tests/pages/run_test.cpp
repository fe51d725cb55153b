#include "pages/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mnist/temporary_folder.hpp"
#include "tests/pages/samples.hpp"

namespace gradus::pages {
namespace {

using gradebook::Gradebook;
using gradebook::HandIn;
using testing::IsEmpty;

HandIn hand_in(const std::string& id, const std::string& submission, gradebook::Files files) {
  HandIn result;
  result.student.id = id;
  result.submission = submission;
  result.files = std::move(files);
  return result;
}

std::string report(Verdict verdict) {
  return report::json(test::results(test::softmax(verdict, verdict)));
}

class ReadRun : public testing::Test {
 protected:
  ReadRun()
      : book_(Gradebook::begin(
            folder_ / "book", {{"tp1", "tp2"}, "", 4711, "landlock", "b"},
            {hand_in("ada", "aa", {{"tp1/nll.cpp", "one"}, {"tp2/tanh.cpp", "two"}}),
             hand_in("bob", "bb", {{"tp1/nll.cpp", "one"}, {"tp2/tanh.cpp", "other"}}),
             hand_in("cyd", "cc", {{"tp1/softmax.cpp", "one"}}), hand_in("dan", "", {})})) {}

  mnist::test::TemporaryFolder folder_;
  Gradebook book_;
};

TEST_F(ReadRun, TellsHowFarEachStudentsWorkHasCome) {
  book_.keep("aa", {report(Verdict::kPassed), "", ""});
  book_.keep("bb", {std::nullopt, "it died", ""});
  const auto run = read_run(book_);
  EXPECT_EQ(state_of(run, run.students[0]), State::kGraded);
  EXPECT_EQ(state_of(run, run.students[1]), State::kHeldBack);
  EXPECT_EQ(state_of(run, run.students[2]), State::kNotGradedYet);
  EXPECT_EQ(state_of(run, run.students[3]), State::kNothingHandedIn);
  EXPECT_EQ(results_of(run, run.students[0])->points(), 400);
  EXPECT_EQ(results_of(run, run.students[1]), nullptr);
  EXPECT_EQ(results_of(run, run.students[3]), nullptr);
  EXPECT_EQ(run.submissions.at("bb").failure, "it died");
}

TEST_F(ReadRun, ResultsThatMustNotBeUsedAreHeldBack) {
  book_.keep("aa", {report(Verdict::kHarnessError), "", ""});
  const auto run = read_run(book_);
  EXPECT_EQ(state_of(run, run.students[0]), State::kHeldBack);
}

TEST_F(ReadRun, KnowsWhetherItIsFinished) {
  EXPECT_FALSE(read_run(book_).finished);
  book_.finish();
  EXPECT_TRUE(read_run(book_).finished);
}

TEST_F(ReadRun, TellsTheSameLabFromAnother) {
  const auto run = read_run(book_);
  const auto labs = [&](const char* hash) { return run.submissions.at(hash).labs; };
  EXPECT_EQ(labs("aa")["tp1"], labs("bb")["tp1"]);
  EXPECT_NE(labs("aa")["tp2"], labs("bb")["tp2"]);
  // The same bytes under another name are another lab.
  EXPECT_NE(labs("aa")["tp1"], labs("cc")["tp1"]);
  EXPECT_EQ(labs("cc").size(), 1U);
}

TEST_F(ReadRun, TimesThatCannotBeReadCostNothingElse) {
  book_.keep("aa", {report(Verdict::kPassed), "", R"({"seconds": {"compile": 1.5}})"});
  book_.keep("bb", {report(Verdict::kPassed), "", "{\"sec"});
  const auto run = read_run(book_);
  ASSERT_EQ(run.submissions.at("aa").timings.size(), 1U);
  EXPECT_EQ(run.submissions.at("aa").timings[0].what, "compile");
  EXPECT_DOUBLE_EQ(run.submissions.at("aa").timings[0].seconds, 1.5);
  EXPECT_THAT(run.submissions.at("bb").timings, IsEmpty());
  EXPECT_EQ(state_of(run, run.students[1]), State::kGraded);
}

}  // namespace
}  // namespace gradus::pages
