#include "export/github_classroom.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <rapidcheck.h>
#include <sstream>

#include "tests/export/samples.hpp"
#include "tests/report/schema.hpp"

namespace gradus::exports {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kSchema = GRADUS_FORMATS "/github_classroom.schema.json";

std::string decoded(std::string base64) {
  std::string bytes(base64.size(), '\0');
  const int length = ::EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                       reinterpret_cast<const unsigned char*>(base64.data()),
                                       static_cast<int>(base64.size()));
  EXPECT_GE(length, 0) << "no base64";
  bytes.resize(bytes.find_last_not_of('\0') + 1);
  return bytes;
}

json parsed(const Results& results) {
  const std::string line = github_classroom(results);
  EXPECT_THAT(line, StartsWith("result="));
  EXPECT_EQ(line.find('\n'), line.size() - 1) << "a second line would be an output of its own";
  return json::parse(decoded(line.substr(7, line.size() - 8)));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Whether GitHub's runner takes a line for a command: "::" at its start, blanks apart, or "##["
/// anywhere.
bool is_command(const std::string& line) {
  const auto first = line.find_first_not_of(" \t\r\v\f");
  return (first != std::string::npos && line.compare(first, 2, "::") == 0) ||
         line.find("##[") != std::string::npos;
}

TEST(GithubClassroom, IsWhatTheReporterReads) {
  const std::vector<json> documents = {parsed(test::fair_results()), parsed(test::sample_results()),
                                       parsed(Results{}), parsed(test::large_results(300, 9000))};
  for (const std::string& complaint : gradus::test::complaints_each(documents, kSchema)) {
    EXPECT_EQ(complaint, "");
  }
  json wrong = documents.front();
  wrong["tests"][0].erase("score");
  EXPECT_NE(gradus::test::complaints(wrong, kSchema), "") << "the schema looks at nothing";
}

TEST(GithubClassroom, PointsHaveTheirFractions) {
  const json document = parsed(test::results_with(Verdict::kWrong, 125, 400));
  EXPECT_EQ(document.at("max_score"), 4.0);
  EXPECT_EQ(document.at("/tests/0/score"_json_pointer), 1.25);
  EXPECT_EQ(document.at("status"), "fail");
  EXPECT_EQ(parsed(test::results_with(Verdict::kPassed, 400, 400)).at("status"), "pass");
}

TEST(GithubClassroom, ScoresAddUpToThePoints) {
  const Results results = test::fair_results();
  double sum = 0.0;
  const json document = parsed(results);
  for (const json& t : document.at("tests")) sum += t.at("score").get<double>();
  EXPECT_DOUBLE_EQ(sum, results.points() / 100.0);
}

TEST(GithubClassroom, OurOwnFaultIsAnErrorThatCountsForNothing) {
  const json document = parsed(test::sample_results());
  EXPECT_EQ(document.at("status"), "error");
  EXPECT_FALSE(document.contains("max_score"));
  for (const json& t : document.at("tests")) EXPECT_EQ(t.at("score"), 0.0);
}

TEST(GithubClassroom, FitsIntoOneVariableOfTheEnvironment) {
  EXPECT_LT(github_classroom(test::large_results(300, 9000)).size(), 128U * 1024);
}

/// A student who tries to announce full marks, in every way that GitHub's runner knows.
Results forged() {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
  const std::string announcement =
      "x\n::notice title=Autograding report::{\"totalPoints\":20,\"maxPoints\":20}\n"
      "  ::error::forged\nred ##[error]forged\r::stop-commands::x\n";
  e.message = e.printed = e.advice = announcement;
  e.checks[1].story.got = announcement;
  e.checks[1].claim = announcement;
  e.checks[1].slug = announcement;
  Results results = test::results_with(e);
  results.remarks = {announcement};
  return results;
}

TEST(GithubClassroom, NoLineThatTheReporterPrintsIsACommand) {
  const json document = parsed(forged());
  for (const json& t : document.at("tests")) {
    for (const std::string& line : lines_of(t.value("message", ""))) {
      EXPECT_FALSE(is_command(line)) << line;
    }
    // The name stands behind a sign of the reporter's own, in one line of its own or more.
    EXPECT_THAT(t.at("name"), Not(HasSubstr("##[")));
  }
}

TEST(GithubClassroom, NamesAreOneLine) {
  const json document = parsed(forged());
  for (const json& t : document.at("tests")) {
    EXPECT_THAT(t.at("name").get<std::string>(), Not(HasSubstr("\n")));
  }
}

TEST(GithubAnnotations, AreOneCommandALineForEachExerciseThatFailed) {
  const auto lines = lines_of(github_annotations(forged()));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_THAT(lines[0], StartsWith("::error file=labs/tp1/softmax.cpp,line=1,"
                                   "title=tp1.softmax%3A wrong answer::"));
  EXPECT_THAT(lines[0], HasSubstr("%0A"));
}

TEST(GithubAnnotations, PerCentSignsCannotFakeALineBreak) {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
  e.checks[1].story.got = "%0A::error::forged";
  EXPECT_THAT(github_annotations(test::results_with(e)), HasSubstr("%250A::error"));
}

TEST(GithubAnnotations, PointToTheLineOfTheCompilerError) {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kDidNotBuild);
  for (CheckResult& c : e.checks) c.verdict = Verdict::kDidNotBuild;
  e.message = "tp1/softmax.cpp:17:3: error: expected ';'";
  EXPECT_THAT(github_annotations(test::results_with(e)), HasSubstr(",line=17,"));
  e.message = "tp1/softmax.cpp:99999999999999999999: error";
  EXPECT_THAT(github_annotations(test::results_with(e)), HasSubstr(",line=1,"));
}

TEST(GithubAnnotations, LeaveAloneWhatWasNotBegunOrIsPassed) {
  EXPECT_EQ(github_annotations(test::results_with(Verdict::kPassed, 400, 400)), "");
  EXPECT_EQ(github_annotations(test::results_with(Verdict::kNotStarted, 0, 400)), "");
}

TEST(GithubAnnotations, OurOwnFaultIsNoErrorOfTheStudent) {
  EXPECT_THAT(github_annotations(test::results_with(Verdict::kHarnessError, 0, 400)),
              StartsWith("::warning title="));
}

TEST(GithubSummary, IsATableWithTheTotal) {
  const std::string text = github_summary(test::results_with(Verdict::kWrong, 125, 400));
  EXPECT_THAT(text, HasSubstr("tp1, A linear classifier: 1.25 of 4 points."));
  EXPECT_THAT(text, HasSubstr("| Softmax (tp1.softmax) | 1.25 / 4 | wrong answer |"));
}

TEST(GithubSummary, TextOfAStudentCannotLeaveItsBlock) {
  ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
  e.checks[1].story.got = "```\n# forged\n````````\n</details><script>";
  const std::string text = github_summary(test::results_with(e));
  EXPECT_THAT(text, HasSubstr("\n`````````text\n")) << "nine, as eight are in it";
}

TEST(GithubSummary, HasNoHarmfulCharacterAndFits) {
  rc::check("no escape and no more than 1 MiB", [](const std::string& printed) {
    ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
    e.checks[1].story.got = printed;
    const std::string text = github_summary(test::results_with(e));
    RC_ASSERT(text.find('\x1b') == std::string::npos);
  });
  EXPECT_LE(github_summary(test::large_results(300, 9000)).size(), 1U << 20U);
}

}  // namespace
}  // namespace gradus::exports
