// A run over a class, with a small shell script for a judge.
#include "classroom/grading.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "classroom/judge.hpp"
#include "classroom/local_engine.hpp"
#include "classroom/summary.hpp"
#include "report/json.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"

namespace gradus::classroom {
namespace {

namespace fs = std::filesystem;
using gradebook::Gradebook;
using gradebook::HandIn;
using mnist::test::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Results results_for(const std::string& submission, Points points) {
  Results results;
  results.fingerprint.submission = submission;
  results.labs = {{"tp1", "A lab", points, 2000, {}, {}}};
  return results;
}

class Run : public testing::Test {
 protected:
  Run() {
    fs::create_directory(folder_ / "answers");
    std::vector<HandIn> list;
    for (const auto& [id, submission] : std::vector<std::pair<std::string, std::string>>{
             {"ada", "aa"}, {"bob", "bb"}, {"cyd", "aa"}, {"dan", "dd"}, {"eve", ""}}) {
      HandIn& hand_in = list.emplace_back();
      hand_in.student.id = id;
      hand_in.submission = submission;
      if (!submission.empty()) hand_in.files = {{"tp1/nll.cpp", submission}};
    }
    book_.emplace(Gradebook::begin(folder_ / "book", {{"tp1"}, "", 7, "landlock", "b"}, list));
    for (const char* submission : {"aa", "bb", "dd"}) answer(submission, 1500);
  }

  /// What the judge will report of a submission.
  void answer(const std::string& submission, Points points) const {
    std::ofstream(folder_ / "answers" / submission)
        << report::json(results_for(submission, points));
  }
  /// \param body of the script; $hash is the submission, $out where its report goes
  void judge_does(const std::string& body) const {
    const fs::path script = folder_ / "judge";
    std::ofstream(script) << "#!/bin/sh\nhash=${2##*/} out=$4 here=" << folder_.path().string()
                          << "\necho $hash >>$here/calls\n"
                          << body << "\n";
    fs::permissions(script, fs::perms::owner_all);
  }
  void grade() {
    LocalEngine engine(desk_, folder_ / "judge", 2);
    classroom::grade(*book_, desk_, engine,
                     [&](const Standing& standing) { standings_.push_back(standing); });
  }
  [[nodiscard]] std::vector<std::string> calls() const {
    std::ifstream in(folder_ / "calls");
    std::vector<std::string> lines{std::istream_iterator<std::string>(in), {}};
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  TemporaryFolder folder_;
  Desk desk_{folder_ / "desk"};
  std::optional<Gradebook> book_;
  std::vector<Standing> standings_;
};

const std::string kReport = "cp $here/answers/$hash $out";

TEST_F(Run, GradesEachSubmissionOnce) {
  judge_does(kReport);
  grade();
  EXPECT_THAT(calls(), ElementsAre("aa", "bb", "dd"));
  EXPECT_THAT(book_->ungraded(), IsEmpty());
  EXPECT_EQ(book_->outcome_of("aa")->results, report::json(results_for("aa", 1500)));
  EXPECT_FALSE(holds_back(*book_));
}

TEST_F(Run, TellsHowFarItIs) {
  judge_does(kReport);
  grade();
  ASSERT_EQ(standings_.size(), 3U);
  EXPECT_EQ(standings_.back().done, 3U);
  EXPECT_EQ(standings_.back().all, 3U);
  EXPECT_EQ(standings_.back().left.count(), 0);
}

TEST_F(Run, HandsTheJudgeTheFilesAndTheSeedButNotOnTheCommandLine) {
  judge_does(
      "cat $2/tp1/nll.cpp >$here/file.$hash; cat $here/desk/seed >$here/seed; "
      "echo \"$@\" >$here/line; " +
      kReport);
  grade();
  EXPECT_EQ(test::content(folder_ / "file.bb"), "bb");
  EXPECT_EQ(test::content(folder_ / "seed"), "7\n");
  const std::string line = test::content(folder_ / "line");
  EXPECT_THAT(line, HasSubstr("--seed-file"));
  EXPECT_THAT(line, HasSubstr("--lab tp1"));
  EXPECT_THAT(line, testing::Not(testing::ContainsRegex("seed 7")));
}

TEST_F(Run, AJudgeThatDiesCostsItsOwnSubmissionAlone) {
  judge_does("[ $hash = bb ] && { echo 'no memory' >&2; kill -9 $$; }; " + kReport);
  grade();
  EXPECT_THAT(calls(), ElementsAre("aa", "bb", "bb", "dd"));
  EXPECT_THAT(book_->ungraded(), ElementsAre("bb"));
  EXPECT_THAT(book_->outcome_of("bb")->failure, HasSubstr("no memory"));
  EXPECT_THAT(book_->outcome_of("bb")->failure, HasSubstr("signal 9"));
  EXPECT_TRUE(holds_back(*book_));
  EXPECT_THAT(summary(*book_), HasSubstr("bob: the judge was ended by signal 9"));
}

TEST_F(Run, AJudgeThatFailsOnceGetsASecondChance) {
  judge_does("[ $hash = bb ] && [ $(grep -c bb $here/calls) = 1 ] && exit 3; " + kReport);
  grade();
  EXPECT_THAT(book_->ungraded(), IsEmpty());
}

TEST_F(Run, GoesOnWhereItWasLeft) {
  judge_does("[ $hash = bb ] && exit 3; " + kReport);
  grade();
  fs::remove(folder_ / "calls");
  judge_does(kReport);
  grade();
  EXPECT_THAT(calls(), ElementsAre("bb"));
  EXPECT_THAT(book_->ungraded(), IsEmpty());
}

TEST_F(Run, TakesAReportThatWasFinishedAfterItsLeaderDied) {
  judge_does(kReport);
  desk_.lay_out(*book_, book_->ungraded());
  fs::copy_file(folder_ / "answers/dd", folder_ / "desk/reports/dd.json");
  grade();
  EXPECT_THAT(calls(), ElementsAre("aa", "bb"));
}

TEST_F(Run, BelievesNoReportThatIsNotWhole) {
  judge_does("head -c 100 $here/answers/$hash >$out");
  grade();
  EXPECT_EQ(book_->ungraded().size(), 3U);
  EXPECT_THAT(book_->outcome_of("aa")->failure, HasSubstr("no results.json"));
}

TEST_F(Run, BelievesNoReportAboutOtherFiles) {
  judge_does("cp $here/answers/aa $out");
  grade();
  EXPECT_THAT(book_->ungraded(), ElementsAre("bb", "dd"));
  EXPECT_THAT(book_->outcome_of("bb")->failure, HasSubstr("other files"));
}

TEST_F(Run, HoldsBackWhatTheGraderCouldNotJudge) {
  Results broken = results_for("bb", 0);
  ExerciseResult& e = broken.labs[0].exercises.emplace_back();
  e.verdict = Verdict::kHarnessError;
  e.checks.emplace_back().verdict = Verdict::kHarnessError;
  std::ofstream(folder_ / "answers/bb") << report::json(broken);
  judge_does(kReport);
  grade();
  EXPECT_THAT(book_->ungraded(), ElementsAre("bb"));
  EXPECT_THAT(book_->outcome_of("bb")->failure, HasSubstr("could not be judged"));
}

TEST_F(Run, LeavesNothingOnTheDeskThatIsInTheBook) {
  judge_does(kReport);
  grade();
  EXPECT_TRUE(fs::is_empty(folder_ / "desk/reports"));
  EXPECT_TRUE(fs::is_empty(folder_ / "desk/submissions"));
}

TEST_F(Run, IsSharedAmongMachinesWithoutGapOrDouble) {
  judge_does(kReport);
  desk_.lay_out(*book_, book_->ungraded());
  for (const std::size_t share : {0U, 1U}) {
    judge_share(desk_, folder_ / "judge", "b", share, 2);
  }
  EXPECT_THAT(calls(), ElementsAre("aa", "bb", "dd"));
  judge_share(desk_, folder_ / "judge", "b", 0, 2);
  EXPECT_EQ(calls().size(), 3U) << "what has a report is not judged again";
}

TEST_F(Run, IsSharedWithNoMachineOfAnotherBuild) {
  judge_does(kReport);
  desk_.lay_out(*book_, book_->ungraded());
  EXPECT_THROW(judge_share(desk_, folder_ / "judge", "c", 0, 1), std::runtime_error);
  EXPECT_THAT(calls(), IsEmpty());
}

/// An engine that loses every submission of its first turn.
class Forgetful : public LocalEngine {
 public:
  using LocalEngine::LocalEngine;
  void begin(const std::vector<std::string>& submissions) override {
    if (turn_++ > 0) LocalEngine::begin(submissions);
  }

 private:
  int turn_ = 0;
};

TEST_F(Run, HasWhatAnEngineLostJudgedAgain) {
  judge_does(kReport);
  Forgetful engine(desk_, folder_ / "judge", 2);
  classroom::grade(*book_, desk_, engine, [](const Standing&) {});
  EXPECT_THAT(book_->ungraded(), IsEmpty());
}

TEST_F(Run, EndsWithItsReasonWhereNobodyCanWorkAtAll) {
  judge_does("exit 3");
  desk_.lay_out(*book_, book_->ungraded());
  // What a judge left could not even be noted.
  fs::remove_all(folder_ / "desk/failures");
  std::ofstream(folder_ / "desk/failures") << "in the way";
  LocalEngine engine(desk_, folder_ / "judge", 1);
  engine.begin(book_->ungraded());
  EXPECT_THROW(
      {
        while (engine.is_working()) std::this_thread::yield();
      },
      std::exception);
}

TEST_F(Run, IsSummedUpOverStudentsNotSubmissions) {
  answer("aa", 1000);
  answer("bb", 1600);
  answer("dd", 2000);
  judge_does(kReport);
  grade();
  const std::string text = summary(*book_);
  EXPECT_THAT(text, HasSubstr("5 students, 4 handed in, 3 different submissions"));
  EXPECT_THAT(text, HasSubstr("tp1  mean 14, median 13, from 10 to 20, of 20"));
}

}  // namespace
}  // namespace gradus::classroom
