#include <gmock/gmock.h>
#include <regex>

#include "tests/platforms/platform.hpp"

namespace gradus::platforms {
namespace {

using testing::HasSubstr;

class PrairieLearnPackage : public testing::Test {
 protected:
  PrairieLearnPackage() {
    const auto made = gradus({"package", "prairielearn", "--lab", "tp1", "--seed", "4711",
                              "--isolation", "none", "--out", package_});
    EXPECT_TRUE(made.success()) << made.errors;
    fs::create_directories(root_ / "student");
    set(package_ / "settings", "more_options", "--no-mnist");
  }

  [[nodiscard]] json grade(const fs::path& program = GRADUS_PROGRAM) const {
    const auto run = test::run_program(
        {package_ / "grade.sh"},
        {{"GRADUS_GRADE", root_}, {"GRADUS_PACKAGE", package_}, {"GRADUS_PROGRAM", program}});
    EXPECT_TRUE(run.success()) << run.errors;
    const json document = json::parse(content(root_ / "results/results.json"), nullptr, false);
    EXPECT_EQ(test::complaints(document, GRADUS_FORMATS "/prairielearn.schema.json"), "")
        << run.output << run.errors;
    return document;
  }

  TemporaryFolder folder_;
  fs::path package_ = folder_ / "package";
  fs::path root_ = folder_ / "grade";
};

TEST_F(PrairieLearnPackage, HoldsAnImageAndWhatTheQuestionNeeds) {
  const json info = json::parse(content(package_ / "info.json"));
  EXPECT_EQ(info.at("gradingMethod"), "External");
  EXPECT_LE(info.at("/externalGradingOptions/timeout"_json_pointer), 600);
  EXPECT_THAT(content(package_ / "Dockerfile"), HasSubstr("COPY . /gradus"));
  EXPECT_EQ(info.at("/externalGradingOptions/entrypoint"_json_pointer), "/gradus/grade.sh");
  EXPECT_TRUE(test::run_program({"sh", "-n", package_ / "grade.sh"}).success());
  EXPECT_EQ(content(package_ / "seed"), "4711\n");
}

TEST_F(PrairieLearnPackage, ARightSubmissionGetsOne) {
  hand_in_solutions(root_ / "student");
  const json document = grade();
  EXPECT_EQ(document.at("gradable"), true);
  EXPECT_EQ(document.value("score", -1.0), 1.0);
}

TEST_F(PrairieLearnPackage, WhatDoesNotCompileCostsNoAttempt) {
  write(root_ / "student/softmax.cpp", "this is no C++");
  const json document = grade();
  EXPECT_EQ(document.at("gradable"), false);
  EXPECT_THAT(document.at("format_errors").dump(), HasSubstr("softmax.cpp:1"));
}

TEST_F(PrairieLearnPackage, NothingHandedInCostsNoAttemptAndNamesWhatIsLookedFor) {
  EXPECT_THAT(grade().at("format_errors").dump(), HasSubstr("tp1/softmax.cpp"));
}

TEST_F(PrairieLearnPackage, OurOwnFaultCostsNoAttempt) {
  hand_in_solutions(root_ / "student");
  for (const fs::path& program :
       {fake_program(folder_ / "fails", "exit 3\n"), folder_ / "missing"}) {
    EXPECT_THAT(grade(program).at("format_errors").dump(), HasSubstr("fault of the grader"));
  }
}

TEST(GithubPackage, IsAWorkflowWithTheNamesThatClassroomLooksFor) {
  const TemporaryFolder folder;
  ASSERT_TRUE(gradus({"package", "github-classroom", "--lab", "tp1", "--repository", "us/gradus",
                      "--out", folder / "template"})
                  .success());
  const std::string text = content(folder / "template/.github/workflows/classroom.yml");
  for (const char* part :
       {"name: Autograding Tests\n", "  run-autograding-tests:\n", "repository: us/gradus\n",
        "ref: main\n", "--lab tp1 ", "::stop-commands::$token", "runners: gradus\n"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_FALSE(std::regex_search(text, std::regex("@[A-Z]+@"))) << "a mark was not replaced";
}

TEST(Package, RefusesWhatCannotBe) {
  const TemporaryFolder folder;
  write(folder / "taken/file", "mine");
  const std::string out = folder / "out";
  const std::vector<std::pair<std::vector<std::string>, std::string>> calls = {
      {{"moodle", "--out", out}, "moodle"},
      {{"gradescope"}, "--out"},
      {{"gradescope", "--lab", "tp9", "--out", out}, "There is no lab 'tp9'"},
      {{"gradescope", "--minutes", "41", "--out", out}, "--minutes"},
      {{"prairielearn", "--out", folder / "taken"}, "is not empty"},
      {{"github-classroom", "--out", out}, "--repository OWNER/NAME"},
      {{"github-classroom", "--repository", "a b/c", "--out", out}, "--repository OWNER/NAME"},
      {{"github-classroom", "--repository", "a/b", "--seed", "1", "--out", out}, "public seed"},
  };
  for (const auto& [words, complaint] : calls) {
    std::vector<std::string> call = {"package"};
    call.insert(call.end(), words.begin(), words.end());
    const auto run = gradus(call);
    EXPECT_EQ(run.end.code, 2) << complaint;
    EXPECT_THAT(run.errors, HasSubstr(complaint));
    EXPECT_FALSE(fs::exists(out)) << complaint;
  }
  EXPECT_EQ(content(folder / "taken/file"), "mine");
}

}  // namespace
}  // namespace gradus::platforms
