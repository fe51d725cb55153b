#include "loop/overview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace gradus::loop {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr report::Style kPlain{};

bool never(const Exercise&, const Standing&) { return false; }
bool always(const Exercise&, const Standing&) { return true; }

State solved() {
  State state;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      state[std::string(e.slug)].note(Verdict::kPassed, e.points, "");
    }
  }
  return state;
}

std::string line_of(const std::string& text, const std::string& slug) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(slug + " ") != std::string::npos) return line;
  }
  return "";
}

TEST(Overview, ShowsEveryExerciseAndBothTotals) {
  const std::string text = overview({}, never, kPlain);
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      EXPECT_THAT(line_of(text, std::string(e.slug)), HasSubstr("not checked yet")) << e.slug;
    }
    EXPECT_THAT(text, HasSubstr(std::string(lab.mnist.slug)));
  }
  EXPECT_THAT(text, HasSubstr("..............................  0 / 20\n"));
}

TEST(Overview, AddsPointsUpAndFillsTheBar) {
  State state;
  state["tp1.softmax"].note(Verdict::kWrong, 250, "");
  state["tp1.nll"].note(Verdict::kPassed, 300, "");
  state["tp1.mnist"].note(Verdict::kPassed, 200, "");
  const std::string text = overview(state, never, kPlain);
  EXPECT_THAT(line_of(text, "tp1.softmax"), HasSubstr("2.5 / 4    wrong answer"));
  EXPECT_THAT(line_of(text, "tp1.nll"), HasSubstr("3 / 3"));
  EXPECT_THAT(text, HasSubstr("###########...................  7.5 / 20\n"));
}

TEST(Overview, SaysThatAFileHasChangedSince) {
  State state;
  state["tp1.softmax"].note(Verdict::kWrong, 250, "");
  state["tp1.nll"].note(Verdict::kPassed, 300, "");
  const std::string text = overview(state, always, kPlain);
  EXPECT_THAT(line_of(text, "tp1.softmax"), HasSubstr("wrong answer, changed since"));
  EXPECT_THAT(line_of(text, "tp1.nll"), HasSubstr("3    changed since"));
  EXPECT_THAT(line_of(text, "tp1.train"), Not(HasSubstr("changed")));
}

TEST(Overview, FitsEightyColumns) {
  std::istringstream lines(overview(solved(), always, kPlain) + next_step(nullptr, kPlain));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      std::istringstream step(next_step(&e, kPlain));
      for (std::string line; std::getline(step, line);) EXPECT_LE(line.size(), 80U) << line;
    }
  }
}

TEST(NextExercise, IsTheFirstThatLacksPoints) {
  EXPECT_EQ(next_exercise({}), find_exercise("tp1.backward_affine"));
  State state = solved();
  EXPECT_EQ(next_exercise(state), nullptr);
  state["tp2.tanh"].points -= 1;
  EXPECT_EQ(next_exercise(state), find_exercise("tp2.tanh"));
}

TEST(NextExercise, GoesRoundAfterTheOneInHand) {
  State state = solved();
  state["tp1.nll"].points = 0;
  state["tp1.train"].points = 0;
  const Exercise* nll = find_exercise("tp1.nll");
  const Exercise* train = find_exercise("tp1.train");
  EXPECT_EQ(next_exercise(state, nll), train);
  EXPECT_EQ(next_exercise(state, train), nll);
  EXPECT_EQ(next_exercise(state, find_exercise("tp1.backward_nll")), train);
  state["tp1.train"].points = 300;
  EXPECT_EQ(next_exercise(state, nll), nullptr) << "there is no other one";
}

}  // namespace
}  // namespace gradus::loop
