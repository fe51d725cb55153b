#include "diagnosis/transcript.hpp"

#include <gtest/gtest.h>
#include <limits>

#include "tests/check/fake_subject.hpp"

namespace gradus::diagnosis {
namespace {

using protocol::Reply;
using protocol::Request;
using protocol::Status;
using sandbox::SubjectFailure;
using test::FakeSubject;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Outcome value(Array a) { return {Reply{Status::kValue, {std::move(a)}, {}}, {}, {}}; }
Outcome exception(const std::string& text) { return {Reply{Status::kException, {}, text}, {}, {}}; }
Outcome failure(Verdict verdict, const std::string& text) { return {std::nullopt, verdict, text}; }

TEST(Agree, UpToRoundingOfTheLargestEntry) {
  EXPECT_TRUE(agree(column({1.0, 1e-12}), column({1.0 + 1e-12, 0.0})));
  EXPECT_FALSE(agree(column({1.0, 1e-12}), column({1.0 + 1e-8, 1e-12})));
  EXPECT_FALSE(agree(column({1e-12}), column({2e-12})));
  EXPECT_TRUE(agree(column({0.0}), column({0.0})));
}

TEST(Agree, NanIsLikeNanAndAnInfinityLikeItself) {
  EXPECT_TRUE(agree(column({kNan, 1.0}), column({kNan, 1.0})));
  EXPECT_FALSE(agree(column({kNan}), column({1.0})));
  EXPECT_TRUE(agree(column({kInfinity}), column({kInfinity})));
  EXPECT_FALSE(agree(column({kInfinity}), column({-kInfinity})));
}

TEST(Agree, ShapesMatter) {
  EXPECT_FALSE(agree(Array({1, 2}), Array({2, 1})));
  EXPECT_FALSE(agree(Array({0, 0}), Array({1, 1})));
}

bool alike(const Outcome& a, const Outcome& b) { return agree(a, b, Question{}); }

TEST(Agree, WaysToFailMatter) {
  EXPECT_TRUE(alike(exception("bad index"), exception("bad index")));
  EXPECT_FALSE(alike(exception("bad index"), exception("bad shape")));
  EXPECT_FALSE(alike(exception(""), value(Array())));
  EXPECT_TRUE(alike(failure(Verdict::kCrashed, "11"), failure(Verdict::kCrashed, "11")));
  EXPECT_FALSE(alike(failure(Verdict::kCrashed, "11"), failure(Verdict::kCrashed, "6")));
  EXPECT_FALSE(alike(failure(Verdict::kCrashed, "11"), value(Array())));
}

TEST(Agree, UpToRoundingOfTheNumbersInTheQuestion) {
  const Question question{{protocol::Operation::kTp1Nll, {column({1000.0, 0.0})}, {}}, {}};
  EXPECT_TRUE(agree(value(scalar(0.0)), value(scalar(1e-12)), question));
  EXPECT_FALSE(agree(value(scalar(0.0)), value(scalar(1e-9)), question));
  EXPECT_FALSE(alike(value(scalar(0.0)), value(scalar(1e-12))));
}

std::vector<Question> numbers(int n) {
  std::vector<Question> questions;
  for (int i = 0; i < n; ++i) {
    questions.push_back({{protocol::Operation::kTp1Softmax, {scalar(i)}, {}}, {2, 1024}});
  }
  return questions;
}

TEST(Transcript, EndsWithTheFirstTimeOut) {
  Transcript transcript([] {
    return std::make_unique<FakeSubject>([](const Request& request) {
      if (request.arrays[0][0] == 3.0) throw SubjectFailure(Verdict::kTimedOut, "too slow");
      return test::result(request, request.arrays[0]);
    });
  });
  const auto& outcomes = transcript.ask_all(numbers(9));
  ASSERT_EQ(outcomes.size(), 4U);
  EXPECT_EQ(outcomes[3].failure, Verdict::kTimedOut);
}

TEST(Transcript, GoesOnAfterACrash) {
  Transcript transcript([] {
    return std::make_unique<FakeSubject>([](const Request& request) {
      if (request.arrays[0][0] == 3.0) throw SubjectFailure(Verdict::kCrashed, "signal 11");
      return test::result(request, request.arrays[0]);
    });
  });
  EXPECT_EQ(transcript.ask_all(numbers(9)).size(), 9U);
}

TEST(Transcript, AReplyOfAnotherNumberOfArraysIsABadOne) {
  Transcript transcript(
      [] { return std::make_unique<FakeSubject>([](const Request&) { return Reply{}; }); });
  const Outcome outcome = *transcript.ask(numbers(1), 0);
  EXPECT_FALSE(outcome.reply);
  EXPECT_EQ(outcome.failure, Verdict::kBadReply);
}

TEST(Transcript, AsksEachQuestionOnce) {
  int calls = 0;
  Transcript transcript([&calls] {
    return std::make_unique<FakeSubject>([&calls](const Request& request) {
      ++calls;
      return test::result(request, request.arrays[0]);
    });
  });
  const auto questions = numbers(3);
  ASSERT_NE(transcript.ask(questions, 0), nullptr);
  EXPECT_EQ(transcript.ask(questions, 0)->reply->arrays[0][0], 0.0);
  EXPECT_EQ(transcript.ask_all(questions).size(), 3U);
  EXPECT_EQ(calls, 3);
}

}  // namespace
}  // namespace gradus::diagnosis
