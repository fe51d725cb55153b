#include "sandbox/remote.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "tests/mnist/temporary_folder.hpp"
#include "tests/sandbox/workers/deeds.hpp"
#include "tests/sandbox/workers/lies.hpp"
#include "tests/support/processes.hpp"

namespace gradus::sandbox {
namespace {

using namespace std::chrono_literals;
using mnist::test::TemporaryFolder;
using protocol::Operation;
using protocol::Reply;
using protocol::Request;
using testing::HasSubstr;

Command worker(const std::string& name) { return {{std::string(HOSTILE_WORKERS) + "/" + name}}; }

/// Room for one number, and some more to show what is too large.
constexpr ReplyBounds kBounds{2, 1000};

/// For calls that end by themselves: no test waits that long.
constexpr TimeLimits kPatient{30s, 120s};
/// For calls that never end.
constexpr TimeLimits kImpatient{150ms, 120s};

/// What became of a call.
struct Outcome {
  Verdict verdict = Verdict::kPassed;  ///< kPassed: there was a reply
  std::string what;
  Reply reply;
};

Outcome ask(Remote& remote, const Request& request) {
  try {
    return {Verdict::kPassed, {}, remote.call(request, kBounds)};
  } catch (const SubjectFailure& e) {
    return {e.verdict(), e.what(), {}};
  }
}

template <class Wish>
Outcome ask(Remote& remote, Wish wish) {
  return ask(remote, Request{Operation::kTp1Softmax, {scalar(static_cast<int>(wish))}, {}});
}

/// The number after "child " in what a worker has printed.
pid_t child_of(const Remote& remote) {
  const std::string printed = remote.printed();
  int pid = 0;
  EXPECT_EQ(std::sscanf(printed.c_str(), "child %d", &pid), 1) << printed;
  return pid;
}

// Replies that break the rules of the wire.

struct Case {
  Lie lie;
  const char* complaint;
};

class BadReply : public testing::TestWithParam<Case> {};

TEST_P(BadReply, IsAVerdictAndTheNextWorkerIsAskedAnew) {
  Remote remote(worker("liar"), kPatient);
  const Outcome lie = ask(remote, GetParam().lie);
  EXPECT_EQ(lie.verdict, Verdict::kBadReply);
  EXPECT_THAT(lie.what, HasSubstr(GetParam().complaint));
  const Outcome honest = ask(remote, Lie::kNone);
  EXPECT_EQ(honest.verdict, Verdict::kPassed) << honest.what;
}

INSTANTIATE_TEST_SUITE_P(
    Remote, BadReply,
    testing::Values(Case{Lie::kNonce, "answers another question"},
                    Case{Lie::kMagic, "does not begin as a reply does"},
                    Case{Lie::kUnknownStatus, "status is unknown"},
                    Case{Lie::kManyArrays, "much larger than any right answer"},
                    Case{Lie::kHugeArrays, "much larger than any right answer"},
                    Case{Lie::kOverflowingSizes, "much larger than any right answer"},
                    Case{Lie::kHugeText, "much larger than any right answer"},
                    Case{Lie::kShape, "do not have the sizes that they claim"},
                    Case{Lie::kSurplusByte, "more bytes follow"}));

TEST(Remote, AnHonestReplyComesBack) {
  Remote remote(worker("liar"), kPatient);
  const Outcome outcome = ask(remote, Lie::kNone);
  ASSERT_EQ(outcome.verdict, Verdict::kPassed) << outcome.what;
  EXPECT_EQ(outcome.reply.status, protocol::Status::kValue);
  EXPECT_EQ(outcome.reply.arrays, std::vector<Array>{scalar(1.0)});
}

TEST(Remote, AReplyThatStopsHalfWayIsACrash) {
  Remote remote(worker("liar"), kPatient);
  EXPECT_EQ(ask(remote, Lie::kShort).verdict, Verdict::kCrashed);
  EXPECT_EQ(ask(remote, Lie::kNone).verdict, Verdict::kPassed);
}

TEST(Remote, AHeaderWithoutItsPayloadTimesOut) {
  Remote remote(worker("liar"), kImpatient);
  EXPECT_EQ(ask(remote, Lie::kHeaderOnly).verdict, Verdict::kTimedOut);
}

TEST(Remote, AReplyThatTricklesInTimesOutThoughItNeverStops) {
  // 56 bytes of which one comes every 20 ms: each read is quick, the whole is not.
  Remote remote(worker("liar"), {300ms, 120s});
  EXPECT_EQ(ask(remote, Lie::kTrickle).verdict, Verdict::kTimedOut);
}

TEST(Remote, AReplyTooManyIsNeverTakenForTheNextAnswer) {
  Remote remote(worker("liar"), kPatient);
  const Outcome first = ask(remote, Lie::kTwice);
  std::this_thread::sleep_for(200ms);
  const Outcome second = ask(remote, Lie::kNone);
  EXPECT_TRUE(first.verdict == Verdict::kBadReply || second.verdict == Verdict::kBadReply);
  EXPECT_EQ(ask(remote, Lie::kNone).verdict, Verdict::kPassed);
}

TEST(Remote, RepliesFromBeforeTheQuestionAreNotTaken) {
  Remote remote(worker("early_talker"), kPatient);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(ask(remote, 0).verdict, Verdict::kBadReply);
}

TEST(Remote, AnAnswerToAQuestionThatWasNotReadIsNotTaken) {
  Remote remote(worker("hasty"), kPatient);
  const Request large{Operation::kTp1Softmax, {Array({1000, 1000})}, {}};
  EXPECT_EQ(ask(remote, large).verdict, Verdict::kBadReply);
}

TEST(Remote, AWorkerThatNeverReadsTimesOut) {
  Remote remote(worker("deaf"), kImpatient);
  const Request large{Operation::kTp1Softmax, {Array({1000, 1000})}, {}};
  EXPECT_EQ(ask(remote, large).verdict, Verdict::kTimedOut);
}

TEST(Remote, ALargeRequestArrivesWhole) {
  Remote remote(worker("villain"), kPatient);
  Array large({1000, 1000});
  large[large.size() - 1] = static_cast<double>(Deed::kExitZero);
  EXPECT_EQ(ask(remote, {Operation::kTp1Softmax, {large}, {}}).verdict, Verdict::kCrashed)
      << "the last number, which says what to do, has arrived";
}

// Statuses.

TEST(Remote, StatusesThatAWorkerMaySayBecomeVerdicts) {
  Remote remote(worker("liar"), kPatient);
  EXPECT_EQ(ask(remote, Lie::kOutOfMemory).verdict, Verdict::kOutOfMemory);
  EXPECT_EQ(ask(remote, Lie::kNotStarted).verdict, Verdict::kNotStarted);
}

TEST(Remote, AnExceptionIsAReplyWithItsText) {
  Remote remote(worker("liar"), kPatient);
  const Outcome outcome = ask(remote, Lie::kException);
  ASSERT_EQ(outcome.verdict, Verdict::kPassed) << outcome.what;
  EXPECT_EQ(outcome.reply.status, protocol::Status::kException);
  EXPECT_EQ(outcome.reply.text.size(), protocol::kMaxText);
}

// What a process can do instead of answering.

TEST(Remote, ACrashIsAVerdictThatNamesTheSignal) {
  Remote remote(worker("villain"), kPatient);
  const Outcome fault = ask(remote, Deed::kSegfault);
  EXPECT_EQ(fault.verdict, Verdict::kCrashed);
  EXPECT_THAT(fault.what, HasSubstr("signal 11"));
  EXPECT_THAT(ask(remote, Deed::kAbort).what, HasSubstr("signal 6"));
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kPassed);
}

TEST(Remote, AnExitStatusOfZeroProvesNothing) {
  Remote remote(worker("villain"), kPatient);
  const Outcome outcome = ask(remote, Deed::kExitZero);
  EXPECT_EQ(outcome.verdict, Verdict::kCrashed);
  EXPECT_THAT(outcome.what, HasSubstr("instead of returning"));
}

TEST(Remote, AnEndBeforeMainIsACrash) {
  Remote remote(worker("gone_at_start"), kPatient);
  EXPECT_EQ(ask(remote, 0).verdict, Verdict::kCrashed);
}

TEST(Remote, LinesThatLookLikeAPassAreOnlyShown) {
  Remote remote(worker("villain"), kPatient);
  EXPECT_EQ(ask(remote, Deed::kPrintPass).verdict, Verdict::kCrashed);
  EXPECT_THAT(remote.printed(), HasSubstr("PASSED"));
}

TEST(Remote, AHangIsTriedOnceMoreAndThenEndsTheSubject) {
  Remote remote(worker("villain"), kImpatient);
  const Outcome hang = ask(remote, Deed::kHang);
  EXPECT_EQ(hang.verdict, Verdict::kTimedOut);
  EXPECT_THAT(hang.what, HasSubstr("0.2 s, twice in a row"));
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kUnfinished);
  }
}

TEST(Remote, AHangThatDoesNotHappenAgainIsForgiven) {
  const TemporaryFolder folder;
  std::filesystem::copy(worker("hangs_once").argv.front(), folder / "worker");
  Remote remote({{(folder / "worker").string()}}, {1500ms, 120s});
  EXPECT_EQ(ask(remote, 0).verdict, Verdict::kPassed);
  EXPECT_EQ(ask(remote, 0).verdict, Verdict::kPassed);
}

TEST(Remote, IgnoringEverySignalDoesNotHelp) {
  Remote remote(worker("villain"), kImpatient);
  EXPECT_EQ(ask(remote, Deed::kIgnoreSignals).verdict, Verdict::kTimedOut);
}

TEST(Remote, AFloodOfOutputNeitherFillsMemoryNorOutlastsTheDeadline) {
  Remote remote(worker("villain"), {500ms, 120s});
  EXPECT_EQ(ask(remote, Deed::kFloodAndHang).verdict, Verdict::kTimedOut);
  EXPECT_LE(remote.printed().size(), 16U << 10);
  EXPECT_GE(remote.printed().size(), 8U << 10);
}

TEST(Remote, AMuchPrintingWorkerMayStillAnswer) {
  Remote remote(worker("villain"), kPatient);
  EXPECT_EQ(ask(remote, Deed::kFloodAndAnswer).verdict, Verdict::kPassed);
  EXPECT_LE(remote.printed().size(), 16U << 10);
}

TEST(Remote, AClosedChannelIsABadReplyAndNoCrash) {
  Remote remote(worker("villain"), kPatient);
  const Outcome outcome = ask(remote, Deed::kCloseChannel);
  EXPECT_EQ(outcome.verdict, Verdict::kBadReply);
  EXPECT_THAT(outcome.what, HasSubstr("closed the channel"));
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kPassed);
}

TEST(Remote, PassedDescriptorsAreDropped) {
  const auto open_descriptors = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  Remote remote(worker("villain"), kPatient);
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kPassed);
  const auto before = open_descriptors();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(ask(remote, Deed::kPassDescriptors).verdict, Verdict::kPassed);
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Remote, NoChildOfACrashedWorkerStays) {
  Remote remote(worker("villain"), {300ms, 120s});
  // The child still holds the channel, so the end of its parent is not seen at once.
  EXPECT_NE(ask(remote, Deed::kCrashAndLeaveChild).verdict, Verdict::kPassed);
  EXPECT_TRUE(test::ends_soon(child_of(remote)));
}

TEST(Remote, NoChildOfAWorkerOutlivesTheSubject) {
  pid_t child = 0;
  {
    Remote remote(worker("villain"), kPatient);
    EXPECT_EQ(ask(remote, Deed::kAnswerAndLeaveChild).verdict, Verdict::kPassed);
    child = child_of(remote);
    EXPECT_TRUE(test::is_running(child));
  }
  EXPECT_TRUE(test::ends_soon(child));
}

TEST(Remote, TakingAllMemoryEndsTheWorkerAlone) {
  Limits limits;
  limits.address_space = std::uint64_t{256} << 20;
  Remote remote(worker("villain"), kPatient, limits);
  const Verdict verdict = ask(remote, Deed::kTakeMemory).verdict;
  EXPECT_TRUE(verdict == Verdict::kCrashed || verdict == Verdict::kOutOfMemory);
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kPassed);
}

TEST(Remote, UsedUpProcessorTimeIsATimeOut) {
  Limits limits;
  limits.cpu = 1s;
  Remote remote(worker("villain"), kPatient, limits);
  const Outcome outcome = ask(remote, Deed::kBurnProcessor);
  EXPECT_EQ(outcome.verdict, Verdict::kTimedOut);
  EXPECT_THAT(outcome.what, HasSubstr("processor time"));
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kUnfinished);
}

// Time for all calls together.

TEST(Remote, ASpentBudgetEndsTheSubject) {
  Remote remote(worker("villain"), {30s, 100ms});
  int answers = 0;
  Outcome outcome;
  while ((outcome = ask(remote, Deed::kAnswer)).verdict == Verdict::kPassed) ++answers;
  EXPECT_GT(answers, 0);
  EXPECT_EQ(outcome.verdict, Verdict::kUnfinished);
  EXPECT_THAT(outcome.what, HasSubstr("0.1 s for all checks together"));
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kUnfinished);
}

TEST(Remote, CrashesCountAgainstTheBudget) {
  // Each worker that closes its channel and lives on is waited for, half a second long.
  Remote remote(worker("villain"), {30s, 800ms});
  int calls = 0;
  while (ask(remote, Deed::kCloseChannel).verdict == Verdict::kBadReply) ASSERT_LT(++calls, 5);
  EXPECT_EQ(ask(remote, Deed::kAnswer).verdict, Verdict::kUnfinished);
}

TEST(Remote, AWorkerThatCannotBeStartedIsOurFaultAndNoVerdict) {
  Remote remote({{"/nonexistent/worker"}}, kPatient);
  EXPECT_THROW(static_cast<void>(remote.call({Operation::kTp1Softmax, {scalar(0)}, {}}, kBounds)),
               std::system_error);
}

}  // namespace
}  // namespace gradus::sandbox
