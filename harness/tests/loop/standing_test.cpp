#include "loop/standing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::loop {
namespace {

using testing::IsEmpty;

/// A file of one entry with this text in the place of one value.
State with(const std::string& key, const std::string& value) {
  std::string entry;
  for (const auto& [name, right] : {std::pair{"verdict", "\"wrong\""}, std::pair{"points", "125"},
                                    std::pair{"file_hash", "\"ab12\""}}) {
    entry += (entry.empty() ? "\"" : ",\"") + std::string(name) +
             "\":" + (key == name ? value : std::string(right));
  }
  return parse_state("{\"tp1.nll\":{" + entry + "}}");
}

TEST(State, IsReadAsItWasWritten) {
  const State state = {{"tp1.nll", {Verdict::kWrong, 125, "ab12"}},
                       {"tp1.softmax", {Verdict::kPassed, 400, "", 2}},
                       {"tp1.train", {{}, 0, "", 1}}};
  EXPECT_EQ(parse_state(state_text(state)), state);
  EXPECT_EQ(parse_state(state_text({})), State());
}

TEST(State, WhatIsNoJsonObjectIsEmpty) {
  for (const char* text : {"", "{", "[]", "null", "7", "\"\"", "{\"tp1.nll\"", "\xff"}) {
    EXPECT_THAT(parse_state(text), IsEmpty()) << text;
  }
  EXPECT_THAT(parse_state(std::string(1'000'000, '[')), IsEmpty()) << "deeper than any stack";
  EXPECT_THAT(parse_state(std::string(500'000, '[') + std::string(500'000, ']')), IsEmpty());
}

TEST(State, AnEntryOfOtherTypesIsLeftOut) {
  ASSERT_EQ(with("", "").size(), 1U);
  for (const char* key : {"verdict", "points", "file_hash"}) {
    for (const char* value : {"null", "true", "[]", "{}", "1.5", "1e300", "[\"wrong\"]"}) {
      EXPECT_THAT(with(key, value), IsEmpty()) << key << " " << value;
    }
  }
  EXPECT_THAT(with("points", "\"125\""), IsEmpty());
  EXPECT_THAT(with("verdict", "125"), IsEmpty());
  EXPECT_THAT(parse_state(R"({"tp1.nll":{"verdict":"wrong","points":1}})"), IsEmpty());
  EXPECT_THAT(parse_state(R"({"tp1.nll":7})"), IsEmpty());
}

TEST(State, PointsThatNoExerciseIsWorthAreLeftOut) {
  for (const char* points : {"-1", "100001", "2147483647", "4294967296", "18446744073709551615",
                             "-9223372036854775808", "99999999999999999999"}) {
    EXPECT_THAT(with("points", points), IsEmpty()) << points;
  }
  EXPECT_EQ(with("points", "0").at("tp1.nll").points, 0);
}

TEST(State, AVerdictThatIsNoneOfOursIsLeftOut) {
  EXPECT_THAT(with("verdict", R"("\u001b[2J")"), IsEmpty()) << "it would clear the screen";
  EXPECT_THAT(with("verdict", "\"\""), IsEmpty());
  EXPECT_EQ(with("verdict", "\"harness_error\"").at("tp1.nll").verdict, Verdict::kHarnessError);
}

TEST(State, HintsThatNobodyCanHaveReadAreForgotten) {
  for (const char* hints : {"-1", "101", "1.5", "\"1\"", "null"}) {
    EXPECT_THAT(parse_state(std::string(R"({"tp1.nll":{"hints":)") + hints + "}}"), IsEmpty());
  }
  EXPECT_EQ(parse_state(R"({"tp1.nll":{"hints":2}})").at("tp1.nll").hints, 2);
}

TEST(State, AnotherCheckKeepsTheHints) {
  Standing standing;
  standing.hints = 2;
  standing.note(Verdict::kPassed, 300, "ab");
  EXPECT_EQ(standing, (Standing{Verdict::kPassed, 300, "ab", 2}));
}

TEST(State, ABadEntryDoesNotSpoilTheOthers) {
  const State state = parse_state(R"({
    "tp1.nll": {"verdict": 7, "points": 1, "file_hash": ""},
    "tp1.softmax": {"verdict": "passed", "points": 400, "file_hash": "", "more": []}})");
  EXPECT_EQ(state, (State{{"tp1.softmax", {Verdict::kPassed, 400, ""}}}));
}

}  // namespace
}  // namespace gradus::loop
