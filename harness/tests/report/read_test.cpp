#include "report/read.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/json.hpp"
#include "tests/report/sample_results.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::report {
namespace {

using nlohmann::json;
using testing::HasSubstr;

Results full_results() {
  Results results = test::sample_results();
  ExerciseResult& e = results.labs.at(0).exercises.at(0);
  e.finding = {"tp1.softmax.no_shift", "The logits are not shifted.", "softmax"};
  e.printed = std::string(20'000, 'x') + test::kHostile;
  e.checks.at(0).kind = check::Kind::kProperty;
  return results;
}

TEST(ReadResults, GivesBackWhatWasWritten) {
  const std::string text = report::json(full_results());
  EXPECT_EQ(report::json(read_results(text)), text);
}

TEST(ReadResults, GivesBackAnExerciseOfEachVerdict) {
  for (const Verdict verdict : kVerdicts) {
    const std::string text = exercise_json(test::exercise_with(verdict));
    const ExerciseResult result = read_exercise(text);
    EXPECT_EQ(result.verdict, verdict);
    EXPECT_EQ(exercise_json(result), text);
  }
}

TEST(ReadResults, CountsPointsExactly) {
  ExerciseResult e = test::exercise_with(Verdict::kPassed);
  for (Points points = 0; points <= 2000; ++points) {
    e.points = points;
    ASSERT_EQ(read_exercise(exercise_json(e)).points, points);
  }
}

std::string refusal(const json& document) {
  try {
    static_cast<void>(read_results(document.dump()));
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return "";
}

TEST(ReadResults, RefusesWhatIsNoReport) {
  EXPECT_THROW(static_cast<void>(read_results("")), std::runtime_error);
  EXPECT_THROW(static_cast<void>(read_results("{\"schema\": ")), std::runtime_error);
  EXPECT_THAT(refusal(json::array()), HasSubstr("no results.json"));
  EXPECT_THAT(refusal({{"schema", "gradus-results/2"}}), HasSubstr("gradus-results/2"));
}

TEST(ReadResults, RefusesImpossibleValues) {
  const std::vector<std::pair<const char*, json>> changes = {
      {"/labs/0/points", -0.5},
      {"/labs/0/points", 1e300},
      {"/labs/0/points", nullptr},
      {"/labs/0/exercises/0/verdict", "excellent"},
      {"/labs/0/exercises/0/checks/0/verdict", 7},
      {"/labs/0/exercises/0/checks/0/kind", "opinion"},
      {"/labs/0/exercises/0/slug", 3},
      {"/remarks", "one"}};
  for (const auto& [path, value] : changes) {
    json document = json::parse(report::json(full_results()));
    document.at(json::json_pointer(path)) = value;
    EXPECT_NE(refusal(document), "") << path << " = " << value;
  }
}

/// Every place of a document at which a key could be missing.
void collect_keys(const json& node, const json::json_pointer& at,
                  std::vector<json::json_pointer>& keys) {
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) {
      keys.push_back(at / key);
      collect_keys(value, at / key, keys);
    }
  } else if (node.is_array() && !node.empty()) {
    collect_keys(node.at(0), at / 0, keys);
  }
}

TEST(ReadResults, RefusesAReportThatLacksAnything) {
  const json whole = json::parse(report::json(full_results()));
  std::vector<json::json_pointer> keys;
  collect_keys(whole, json::json_pointer(), keys);
  ASSERT_GT(keys.size(), 50U);
  for (const auto& key : keys) {
    // Sums over all labs, which are worked out anew, and the story that a check may be without.
    const std::string name = key.to_string();
    if (name == "/points" || name == "/out_of" || name == "/usable") continue;
    if (key.back() == "failure") continue;
    json document = whole;
    document.at(key.parent_pointer()).erase(key.back());
    EXPECT_NE(refusal(document), "") << "without " << name;
  }
}

TEST(ReadTimings, GivesBackWhatWasWritten) {
  Results results;
  results.timings = {{"compile", 1.5}, {"tp1.softmax", 0.25}};
  const std::vector<Timing> timings = read_timings(timings_json(results));
  ASSERT_EQ(timings.size(), 2U);
  EXPECT_EQ(timings[1].what, "tp1.softmax");
  EXPECT_EQ(timings[1].seconds, 0.25);
}

TEST(ReadTimings, RefusesWhatIsNone) {
  for (const char* text : {"", "{}", R"({"seconds": {"compile": "long"}})"}) {
    EXPECT_THAT(test::refusal([&] { static_cast<void>(read_timings(text)); }),
                HasSubstr("this is no timings.json"))
        << text;
  }
}

}  // namespace
}  // namespace gradus::report
