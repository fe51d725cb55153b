#include "diagnosis/diagnose.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/check/fake_subject.hpp"

namespace gradus::diagnosis {
namespace {

using mistakes::Mistake;
using protocol::Request;
using test::FakeSubject;

/// What a function of one number answers to 0, 1, 2, ...
Transcript playing(double (*f)(double)) {
  return Transcript([f] {
    return std::make_unique<FakeSubject>([f](const Request& request) {
      return test::result(request, scalar(f(request.arrays[0][0])));
    });
  });
}

double right(double x) { return x; }
double doubled(double x) { return 2.0 * x; }
double negated(double x) { return -x; }
double nothing(double) { return std::nan(""); }
double wrong_from_five(double x) { return x < 5.0 ? x : 0.0; }
double wrong_from_four(double x) { return x < 4.0 ? x : 0.0; }

Mistake named(std::string_view name, std::string_view twin = "") {
  return {"tp1.softmax", name, "value", "says", "notes", "new", twin};
}

class FindMistake : public testing::Test {
 protected:
  FindMistake() {
    for (int i = 0; i < 10; ++i) {
      questions_.push_back({{protocol::Operation::kTp1Softmax, {scalar(i)}, {}}, {2, 1024}});
    }
  }

  std::string_view found(double (*student)(double), const std::vector<Mistake>& known) {
    const auto play = [](const Mistake& m) {
      if (m.name == "doubled" || m.name == "twice" || m.name == "same") return playing(doubled);
      if (m.name == "negated") return playing(negated);
      if (m.name == "nothing") return playing(nothing);
      return playing(wrong_from_five);
    };
    const Mistake* mistake =
        find_mistake(known, play, questions_, playing(student).ask_all(questions_),
                     playing(right).ask_all(questions_));
    return mistake == nullptr ? "" : mistake->name;
  }

  std::vector<Question> questions_;
};

TEST_F(FindMistake, NamesTheOneThatAnswersAlike) {
  EXPECT_EQ(found(doubled, {named("negated"), named("doubled")}), "doubled");
}

TEST_F(FindMistake, NoMatchNoGuess) {
  EXPECT_EQ(found(doubled, {named("negated")}), "");
  EXPECT_EQ(found(wrong_from_four, {named("wrong_from_five"), named("negated")}), "");
}

TEST_F(FindMistake, TwoThatFitAreNone) {
  EXPECT_EQ(found(doubled, {named("doubled"), named("same")}), "");
}

TEST_F(FindMistake, TwinsCountAsOneAndTheFirstBornIsNamed) {
  EXPECT_EQ(found(doubled, {named("twice", "doubled"), named("doubled")}), "doubled");
  EXPECT_EQ(found(doubled, {named("doubled"), named("twice", "doubled")}), "doubled");
}

TEST_F(FindMistake, FiveWrongAnswersAreNeeded) {
  EXPECT_EQ(found(wrong_from_five, {named("wrong_from_five")}), "wrong_from_five");
  questions_.pop_back();
  EXPECT_EQ(found(wrong_from_five, {named("wrong_from_five")}), "");
}

TEST_F(FindMistake, AnswersThatAreNothingButNanPointAtNobody) {
  EXPECT_EQ(found(nothing, {named("nothing")}), "");
}

TEST_F(FindMistake, RightAnswersAreNobodysMistake) {
  EXPECT_EQ(found(right, {named("doubled")}), "");
}

}  // namespace
}  // namespace gradus::diagnosis
