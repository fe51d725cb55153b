#include "export/prairielearn.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/fit.hpp"
#include "tests/export/samples.hpp"
#include "tests/report/schema.hpp"

namespace gradus::exports {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string kSchema = GRADUS_FORMATS "/prairielearn.schema.json";

json parsed(const Results& results) { return json::parse(prairielearn(results)); }

Results that_do_not_build() {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kDidNotBuild);
  for (CheckResult& c : e.checks) c.verdict = Verdict::kDidNotBuild;
  e.points = 0;
  return test::results_with(e);
}

TEST(PrairieLearn, FollowsItsDocumentation) {
  const std::vector<json> documents = {parsed(test::fair_results()), parsed(test::sample_results()),
                                       parsed(Results{}), parsed(that_do_not_build()),
                                       parsed(test::large_results(300, 9000))};
  for (const std::string& complaint : gradus::test::complaints_each(documents, kSchema)) {
    EXPECT_EQ(complaint, "");
  }
  json wrong = documents.front();
  wrong["score"] = 1.5;
  EXPECT_NE(gradus::test::complaints(wrong, kSchema), "") << "the schema looks at nothing";
}

TEST(PrairieLearn, TheScoreIsAFraction) {
  EXPECT_EQ(parsed(test::results_with(Verdict::kWrong, 0, 400)).at("score"), 0.0);
  EXPECT_EQ(parsed(test::results_with(Verdict::kWrong, 100, 400)).at("score"), 0.25);
  EXPECT_EQ(parsed(test::results_with(Verdict::kPassed, 400, 400)).at("score"), 1.0);
  EXPECT_EQ(parsed(test::results_with(Verdict::kPassed, 500, 400)).at("score"), 1.0);
}

TEST(PrairieLearn, PointsOfTheTestsAddUpToTheScore) {
  const Results results = test::fair_results();
  double points = 0.0;
  double most = 0.0;
  const json document = parsed(results);
  for (const json& t : document.at("tests")) {
    points += t.at("points").get<double>();
    most += t.at("max_points").get<double>();
  }
  EXPECT_DOUBLE_EQ(points / most, document.at("score"));
  EXPECT_DOUBLE_EQ(most, results.out_of() / 100.0);
}

TEST(PrairieLearn, OurOwnFaultIsNotGradable) {
  const json document = parsed(test::sample_results());
  EXPECT_EQ(document.at("gradable"), false);
  EXPECT_FALSE(document.contains("score"));
  EXPECT_THAT(document.at("/format_errors/0"_json_pointer), HasSubstr("on our side"));
}

TEST(PrairieLearn, WhatDoesNotCompileAtAllIsNotGradableAndSaysWhy) {
  const json document = parsed(that_do_not_build());
  EXPECT_EQ(document.at("gradable"), false);
  EXPECT_THAT(
      document.at("/format_errors/1"_json_pointer),
      testing::AllOf(HasSubstr("tp1/softmax.cpp: Did not build"), HasSubstr("nowhere defined")));
}

TEST(PrairieLearn, OneFileThatCompilesIsGraded) {
  Results results = that_do_not_build();
  results.labs[0].exercises.push_back(gradus::test::exercise_with(Verdict::kWrong));
  EXPECT_EQ(parsed(results).at("gradable"), true);
}

TEST(PrairieLearn, FilesThatWereNotStartedDoNotMakeABrokenOneGradable) {
  Results results = that_do_not_build();
  results.labs[0].exercises.push_back(gradus::test::exercise_with(Verdict::kNotStarted));
  EXPECT_EQ(parsed(results).at("gradable"), false);
}

TEST(PrairieLearn, UntouchedStubsAreGradedWithZero) {
  const json document = parsed(test::results_with(Verdict::kNotStarted, 0, 400));
  EXPECT_EQ(document.at("gradable"), true);
  EXPECT_EQ(document.at("score"), 0.0);
}

TEST(PrairieLearn, AFileHasAtMostOneMegabyteAndKeepsItsScore) {
  const Results large = test::large_results(300, 9000);
  const std::string text = prairielearn(large);
  EXPECT_LE(text.size(), 1'000'000U);
  EXPECT_EQ(json::parse(text).at("tests").size(), 302U) << "with printed text and warnings";
  EXPECT_NEAR(json::parse(text).at("score"), 1.0 / 300, 1e-12);
}

TEST(PrairieLearn, MoreChecksThanFitAreRefusedAndNotCutOff) {
  EXPECT_THROW(static_cast<void>(prairielearn(test::large_results(9000, 100))), std::runtime_error);
}

TEST(PrairieLearn, TextOfAStudentIsMadeHarmless) {
  const std::string text = prairielearn(test::fair_results());
  EXPECT_THAT(text, Not(HasSubstr("\\u001b")));
  EXPECT_THAT(text, HasSubstr("\\\\x1b"));
}

}  // namespace
}  // namespace gradus::exports
