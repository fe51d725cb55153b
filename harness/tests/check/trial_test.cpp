#include "check/trial.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "check/check.hpp"
#include "check/expect.hpp"
#include "tests/check/fake_subject.hpp"

namespace gradus::check {
namespace {

using protocol::Operation;
using protocol::Reply;
using protocol::Request;
using protocol::Status;
using sandbox::SubjectFailure;
using test::FakeSubject;
using test::result;
using testing::HasSubstr;
using testing::IsEmpty;

const Generator& inputs() {
  static const Generator generator = Generator().axis('n', 1, 8).reals("x", 'n', Reals::kWide);
  return generator;
}

/// The claim of these tests: f(x) = x.
void identity(Trial& trial) {
  trial.for_all(inputs(), [&](const Case& c) {
    expect_close(c, "f(x)", trial.call(Operation::kTp1Softmax, c, {c["x"].shape})[0], c["x"], 0.0);
  });
}

Result judge(FakeSubject& subject, void (*body)(Trial&) = &identity) {
  return run(Check{"idea", "claim", Kind::kValue, 100, body}, "tp1.softmax", subject, 1);
}

Result judge(FakeSubject::Answer answer) {
  FakeSubject subject(std::move(answer));
  return judge(subject);
}

bool any_above(const Request& request, double limit) {
  const auto& x = request.arrays[0].values;
  return std::any_of(x.begin(), x.end(), [&](double v) { return v > limit; });
}

TEST(Trial, ARightAnswerPasses) {
  const Result r = judge([](const Request& q) { return result(q, q.arrays[0]); });
  EXPECT_EQ(r.verdict, Verdict::kPassed);
  EXPECT_EQ(r.cases, 100);
  EXPECT_THAT(r.story.got, IsEmpty());
}

TEST(Trial, AWrongAnswerIsShownWithItsSmallestInput) {
  const Result r = judge([](const Request& q) {
    Array y = q.arrays[0];
    if (any_above(q, 709.78)) y[0] += 1.0;
    return result(q, y);
  });
  EXPECT_EQ(r.verdict, Verdict::kWrong);
  EXPECT_EQ(r.story.input, "x = [710]");
  EXPECT_EQ(r.story.expected, "f(x) = 710");
  EXPECT_THAT(r.story.got, HasSubstr("f(x) = 711"));
}

TEST(Trial, AWrongShapeIsShownAsOne) {
  const Result r = judge([](const Request& q) { return result(q, Array({2, 2})); });
  EXPECT_EQ(r.verdict, Verdict::kWrong);
  EXPECT_EQ(r.story.input, "x = [0]");
  EXPECT_EQ(r.story.expected, "a result of shape 1 x 1");
  EXPECT_EQ(r.story.got, "a result of shape 2 x 2");
}

TEST(Trial, AnAbsentResultIsAWrongShape) {
  const Result r = judge([](const Request& q) { return result(q, Array({0, 0})); });
  EXPECT_EQ(r.verdict, Verdict::kWrong);
  EXPECT_EQ(r.story.got, "a result of shape 0 x 0");
}

TEST(Trial, AnyShapeIsGivenOnToTheCheck) {
  FakeSubject subject([](const Request& q) { return result(q, Array({0, 7})); });
  Trial trial(subject, 1);
  const Case c({{"x", scalar(1)}});
  EXPECT_EQ(trial.call(Operation::kTp1Softmax, c, {kAnyShape})[0].shape, (Shape{0, 7}));
}

TEST(Trial, AnExceptionOnAValidInputIsWrong) {
  const Result r = judge([](const Request&) { return Reply{Status::kException, {}, "oops"}; });
  EXPECT_EQ(r.verdict, Verdict::kWrong);
  EXPECT_THAT(r.story.got, HasSubstr("oops"));
  EXPECT_EQ(r.story.input, "x = [0]");
}

TEST(Trial, AskGivesAnExceptionBack) {
  FakeSubject subject([](const Request&) { return Reply{Status::kException, {}, "oops"}; });
  Trial trial(subject, 1);
  EXPECT_EQ(trial.ask(Operation::kTp1Softmax, Case({{"x", scalar(1)}}), {}).text, "oops");
}

TEST(Trial, ChangedArgumentsAreNamed) {
  FakeSubject subject([](const Request& q) {
    Reply reply = result(q, q.arrays[0]);
    reply.arrays[2][0] += 1.0;
    return reply;
  });
  Trial trial(subject, 1);
  const Case c({{"x", scalar(1)}, {"b", scalar(2)}, {"g", scalar(3)}});
  const Answer answer = trial.call(Operation::kTp1Softmax, c, {{1, 1}});
  EXPECT_EQ(answer.changed, std::vector<std::string>{"b"});
}

TEST(Trial, AnotherShapeOfAnArgumentIsAChangeToo) {
  FakeSubject subject([](const Request& q) {
    Reply reply = result(q, q.arrays[0]);
    reply.arrays[1] = Array({1, 2});
    return reply;
  });
  Trial trial(subject, 1);
  const Answer answer = trial.call(Operation::kTp1Softmax, Case({{"x", column({0, 0})}}), {{2, 1}});
  EXPECT_EQ(answer.changed, std::vector<std::string>{"x"});
}

TEST(Trial, AnotherNumberOfArraysIsABadReply) {
  const Result fewer = judge([](const Request& q) { return Reply{{}, {q.arrays[0]}, {}}; });
  EXPECT_EQ(fewer.verdict, Verdict::kBadReply);
  const Result more = judge([](const Request& q) {
    Reply reply = result(q, q.arrays[0]);
    reply.arrays.push_back(scalar(1));
    return reply;
  });
  EXPECT_EQ(more.verdict, Verdict::kBadReply);
}

TEST(Trial, ACrashIsShrunk) {
  const Result r = judge([](const Request& q) {
    if (any_above(q, 709.78)) throw SubjectFailure(Verdict::kCrashed, "signal 11");
    return result(q, q.arrays[0]);
  });
  EXPECT_EQ(r.verdict, Verdict::kCrashed);
  EXPECT_EQ(r.story.input, "x = [710]");
  EXPECT_EQ(r.story.got, "signal 11");
}

TEST(Trial, RunningOutOfMemoryAndBadRepliesAreShrunkToo) {
  for (const Verdict verdict : {Verdict::kOutOfMemory, Verdict::kBadReply}) {
    const Result r = judge([&](const Request& q) {
      if (q.arrays[0].size() >= 3) throw SubjectFailure(verdict, "why");
      return result(q, q.arrays[0]);
    });
    EXPECT_EQ(r.verdict, verdict);
    EXPECT_EQ(r.story.input, "x = [0, 0, 0]");
  }
}

TEST(Trial, ATimeOutIsNotShrunk) {
  FakeSubject subject([](const Request& q) {
    if (q.arrays[0].size() >= 3) throw SubjectFailure(Verdict::kTimedOut, "too long");
    return result(q, q.arrays[0]);
  });
  const Result r = judge(subject);
  EXPECT_EQ(r.verdict, Verdict::kTimedOut);
  EXPECT_THAT(r.story.input, HasSubstr("x = ["));
  EXPECT_LT(subject.calls(), 20) << "it is not asked again after the first";
}

TEST(Trial, AnUntouchedStubIsNotShrunk) {
  FakeSubject subject(
      [](const Request&) -> Reply { throw SubjectFailure(Verdict::kNotStarted, "the stub"); });
  EXPECT_EQ(judge(subject).verdict, Verdict::kNotStarted);
  EXPECT_EQ(subject.calls(), 1);
}

TEST(Trial, TimeThatRunsOutWhileShrinkingLeavesWhatWasFound) {
  int calls = 0;
  const Result wrong = judge([&](const Request& q) {
    if (++calls > 3) throw SubjectFailure(Verdict::kUnfinished, "used up");
    Array y = q.arrays[0];
    y[0] += 1.0;
    return result(q, y);
  });
  EXPECT_EQ(wrong.verdict, Verdict::kWrong);
  EXPECT_THAT(wrong.story.expected, HasSubstr("f(x)"));

  calls = 0;
  std::string last_crash;
  const Result crash = judge([&](const Request& q) -> Reply {
    if (++calls > 3) throw SubjectFailure(Verdict::kUnfinished, "used up");
    last_crash = Case({{"x", q.arrays[0], 'n'}}).describe();
    throw SubjectFailure(Verdict::kCrashed, "signal 11");
  });
  EXPECT_EQ(crash.verdict, Verdict::kCrashed);
  EXPECT_EQ(crash.story.input, last_crash) << "the input of the crash, not of what was not tried";
}

TEST(Trial, TimeThatRanOutBeforeMakesItUnfinished) {
  const Result r =
      judge([](const Request&) -> Reply { throw SubjectFailure(Verdict::kUnfinished, "used up"); });
  EXPECT_EQ(r.verdict, Verdict::kUnfinished);
}

TEST(Trial, AnAnswerThatChangesIsSaidToBeNotDeterministic) {
  int calls = 0;
  const Result r = judge([&](const Request& q) {
    Array y = q.arrays[0];
    if (++calls == 5) y[0] += 1.0;
    return result(q, y);
  });
  EXPECT_EQ(r.verdict, Verdict::kWrong);
  EXPECT_THAT(r.story.why, HasSubstr("not deterministic"));
  EXPECT_THAT(r.story.input, HasSubstr("x = ["));
}

TEST(Trial, AFaultOfOursIsNoVerdictOnTheStudent) {
  const Result subject =
      judge([](const Request&) -> Reply { throw std::runtime_error("cannot start the worker"); });
  EXPECT_EQ(subject.verdict, Verdict::kHarnessError);
  EXPECT_THAT(subject.story.got, HasSubstr("cannot start"));

  FakeSubject right([](const Request& q) { return result(q, q.arrays[0]); });
  const Result spec = judge(right, [](Trial& trial) {
    trial.for_all(inputs(), [](const Case& c) { static_cast<void>(c["no such argument"]); });
  });
  EXPECT_EQ(spec.verdict, Verdict::kHarnessError);
}

TEST(Trial, TheSameSeedAsksTheSameQuestions) {
  const auto questions = [](std::uint64_t seed, const char* idea) {
    std::vector<Array> asked;
    FakeSubject subject([&](const Request& q) {
      asked.push_back(q.arrays[0]);
      return result(q, q.arrays[0]);
    });
    static_cast<void>(
        run(Check{idea, "", Kind::kValue, 1, &identity}, "tp1.softmax", subject, seed));
    return asked;
  };
  EXPECT_EQ(questions(1, "value"), questions(1, "value"));
  EXPECT_NE(questions(1, "value"), questions(2, "value"));
  EXPECT_NE(questions(1, "value"), questions(1, "shift")) << "each check has numbers of its own";
}

TEST(Trial, TwoSearchesOfACheckAskOtherQuestions) {
  std::vector<Array> asked;
  FakeSubject subject([&](const Request& q) {
    asked.push_back(q.arrays[0]);
    return result(q, q.arrays[0]);
  });
  const Result r = judge(subject, [](Trial& trial) {
    identity(trial);
    identity(trial);
  });
  EXPECT_EQ(r.cases, 200);
  ASSERT_EQ(asked.size(), 200U);
  EXPECT_NE(std::vector(asked.begin(), asked.begin() + 100),
            std::vector(asked.begin() + 100, asked.end()));
}

}  // namespace
}  // namespace gradus::check
