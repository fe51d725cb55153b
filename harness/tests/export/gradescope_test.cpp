#include "export/gradescope.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <set>

#include "export/fit.hpp"
#include "tests/export/samples.hpp"
#include "tests/report/schema.hpp"

namespace gradus::exports {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json parsed(const Results& results) { return json::parse(gradescope(results)); }

TEST(Gradescope, FollowsItsSpecification) {
  Results empty = test::fair_results();
  empty.labs.clear();
  const std::vector<json> documents = {parsed(test::fair_results()), parsed(test::sample_results()),
                                       parsed(empty), parsed(test::large_results(300, 9000))};
  for (const std::string& complaint : gradus::test::complaints_each(documents)) {
    EXPECT_EQ(complaint, "");
  }
  json wrong = documents.front();
  wrong["tests"][0]["status"] = "excellent";
  EXPECT_NE(gradus::test::complaints(wrong), "") << "the schema looks at nothing";
}

TEST(Gradescope, TheScoreIsThePointsAndTheSumOfTheTests) {
  const Results results = test::fair_results();
  const json document = parsed(results);
  EXPECT_EQ(document.at("score"), results.points() / 100.0);
  double sum = 0.0;
  double most = 0.0;
  for (const json& t : document.at("tests")) {
    sum += t.value("score", 0.0);
    most += t.value("max_score", 0.0);
  }
  EXPECT_DOUBLE_EQ(sum, document.at("score"));
  EXPECT_DOUBLE_EQ(most, results.out_of() / 100.0);
}

TEST(Gradescope, ZeroAndFullMarksAreNumbers) {
  const json none = parsed(test::results_with(Verdict::kWrong, 0, 400));
  EXPECT_EQ(none.at("score"), 0.0);
  EXPECT_EQ(none.at("/tests/0/score"_json_pointer), 0.0);
  EXPECT_EQ(none.at("/tests/0/status"_json_pointer), "failed");
  const json full = parsed(test::results_with(Verdict::kPassed, 400, 400));
  EXPECT_EQ(full.at("score"), 4.0);
  EXPECT_EQ(full.at("/tests/0/status"_json_pointer), "passed");
  EXPECT_EQ(full.at("/tests/0/output"_json_pointer), "");
}

TEST(Gradescope, OurOwnFaultGivesNoNumberAnywhere) {
  const json document = parsed(test::sample_results());
  EXPECT_FALSE(document.contains("score"));
  for (const json& t : document.at("tests")) {
    EXPECT_FALSE(t.contains("score")) << t;
    EXPECT_FALSE(t.contains("max_score")) << t;
  }
  EXPECT_THAT(document.at("output"), HasSubstr("This is no mark"));
}

TEST(Gradescope, WhereNothingWasJudgedThereIsNoMark) {
  const json document = parsed(Results{});
  EXPECT_FALSE(document.contains("score"));
  EXPECT_THAT(document.at("output"), HasSubstr("This is no mark"));
}

TEST(Gradescope, TestsAreNumberedByExerciseAndNamedByTheirClaim) {
  const json document = parsed(test::fair_results());
  EXPECT_EQ(document.at("/tests/0/number"_json_pointer), "1.1");
  EXPECT_EQ(document.at("/tests/0/name"_json_pointer),
            test::sample_results().labs[0].exercises[0].checks[0].claim);
  EXPECT_EQ(document.at("/tests/0/tags/0"_json_pointer), "tp1.softmax.value");
  std::set<std::string> numbers;
  for (const json& t : document.at("tests")) {
    EXPECT_TRUE(numbers.insert(t.at("number")).second) << t.at("number");
  }
}

TEST(Gradescope, MnistIsATestWithItsAccuracies) {
  const json document = parsed(test::fair_results());
  const auto is_mnist = [](const json& t) { return t.value("tags", json()) == json{"tp1.mnist"}; };
  const auto& tests = document.at("tests");
  const auto mnist = std::find_if(tests.begin(), tests.end(), is_mnist);
  ASSERT_NE(mnist, tests.end());
  EXPECT_EQ(mnist->at("max_score"), 2.0);
  EXPECT_THAT(mnist->at("output"),
              HasSubstr("0.6667 on the sample of MNIST; 0.9120 was asked for"));
}

TEST(Gradescope, RemarksAndPrintedTextAreRowsWithoutPoints) {
  int remarks = 0;
  int printed = 0;
  const json document = parsed(test::fair_results());
  for (const json& t : document.at("tests")) {
    const std::string name = t.at("name");
    if (name != "Remark" && name.find("What your code printed") == std::string::npos) continue;
    ++(name == "Remark" ? remarks : printed);
    EXPECT_FALSE(t.contains("score"));
    EXPECT_FALSE(t.contains("status"));
  }
  EXPECT_EQ(remarks, 1);
  EXPECT_GT(printed, 0);
}

TEST(Gradescope, TheFirstFailureSaysWhyAndTheCompilerIsQuotedOnce) {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kDidNotBuild);
  for (CheckResult& c : e.checks) c.verdict = Verdict::kDidNotBuild;
  e.finding.says = "Every answer is twice the right one.";
  const json document = parsed(test::results_with(e));
  EXPECT_THAT(document.at("/tests/0/output"_json_pointer),
              testing::AllOf(HasSubstr("Did not build."), HasSubstr("nowhere defined"),
                             HasSubstr("twice the right one")));
  EXPECT_THAT(document.at("/tests/1/output"_json_pointer), Not(HasSubstr("nowhere defined")));
}

TEST(Gradescope, APassedCheckThatDoesNotPaySaysWhy) {
  const json document = parsed(test::results_with(Verdict::kPassed, 0, 400));
  EXPECT_EQ(document.at("/tests/0/score"_json_pointer), 0.0);
  EXPECT_THAT(document.at("/tests/0/output"_json_pointer), HasSubstr("every value check"));
}

TEST(Gradescope, TextOfAStudentIsMadeHarmless) {
  const std::string text = gradescope(test::sample_results());
  EXPECT_THAT(text, Not(HasSubstr("\\u001b")));
  EXPECT_THAT(text, Not(HasSubstr("\u202e")));
  EXPECT_THAT(text, HasSubstr("\\\\x1b"));
}

TEST(Gradescope, AnyBytesOfAStudentGiveValidUtf8) {
  rc::check("whatever was printed, the document can be read", [](const std::string& printed) {
    ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
    e.printed = printed;
    e.message = printed;
    const std::string text = gradescope(test::results_with(e));
    RC_ASSERT(json::accept(text));
  });
}

TEST(Gradescope, LargeResultsAreCutAndKeepTheirScore) {
  const Results large = test::large_results(300, 9000);
  const std::string text = gradescope(large);
  EXPECT_LE(text.size(), kLargestFile);
  const json document = json::parse(text);
  EXPECT_EQ(document.at("score"), 1.25);
  EXPECT_GE(document.at("tests").size(), 300U);
  EXPECT_THAT(document.at("/tests/1/output"_json_pointer), HasSubstr("more bytes)"));
}

TEST(Gradescope, TheFingerprintIsStoredAndTheVisibilityIsAsAskedFor) {
  const json document = json::parse(gradescope(test::fair_results(), "after_due_date"));
  EXPECT_EQ(document.at("/extra_data/fingerprint/seed"_json_pointer), "20260914");
  EXPECT_EQ(document.at("visibility"), "after_due_date");
  EXPECT_EQ(document.at("stdout_visibility"), "hidden");
  EXPECT_EQ(parsed(test::fair_results()).at("visibility"), "visible");
}

}  // namespace
}  // namespace gradus::exports
