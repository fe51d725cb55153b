// `gradus report`: one results.json in, one file of a platform out.
#include <gmock/gmock.h>

#include "report/json.hpp"
#include "tests/platforms/platform.hpp"
#include "tests/report/sample_results.hpp"

namespace gradus::platforms {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class ReportCommand : public testing::Test {
 protected:
  ReportCommand() { write(results_, report::json(test::sample_results())); }

  [[nodiscard]] sandbox::Outcome report(const std::string& format,
                                        const std::vector<std::string>& options = {}) const {
    std::vector<std::string> words = {"report", results_, "--as", format};
    words.insert(words.end(), options.begin(), options.end());
    return gradus(words);
  }

  TemporaryFolder folder_;
  fs::path results_ = folder_ / "results.json";
};

TEST_F(ReportCommand, WritesEveryFormatToStandardOutput) {
  const std::vector<std::pair<std::string, std::string>> beginnings = {
      {"gradescope", "{\n \"output\""},   {"prairielearn", "{\n \"gradable\": false"},
      {"junit", "<?xml version=\"1.0\""}, {"github-classroom", "result="},
      {"github-summary", "## Gradus"},    {"github-annotations", "::error "}};
  for (const auto& [format, beginning] : beginnings) {
    const auto run = report(format);
    EXPECT_EQ(run.end.code, 0) << format << run.errors;
    EXPECT_THAT(run.output, StartsWith(beginning)) << format;
  }
  EXPECT_THAT(report("text").output, HasSubstr("tp1.softmax"));
}

TEST_F(ReportCommand, WritesTheSameToAFile) {
  const fs::path out = folder_ / "out.json";
  EXPECT_EQ(report("gradescope", {"--visibility", "hidden", "--out", out}).end.code, 0);
  EXPECT_EQ(content(out), report("gradescope", {"--visibility", "hidden"}).output);
  EXPECT_THAT(content(out), HasSubstr("\"visibility\": \"hidden\""));
}

TEST_F(ReportCommand, SaysWhatIsNoResultsJson) {
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"", "parse error"},
      {"hello", "parse error"},
      {"[]", "no results.json"},
      {R"({"schema": "gradus-results/9"})", "gradus-results/9"},
      {std::string(100'000, '['), "no results.json"}};
  for (const auto& [text, complaint] : wrong) {
    write(results_, text);
    const auto run = report("junit");
    EXPECT_EQ(run.end.code, 2) << complaint;
    EXPECT_THAT(run.errors, AllOf(HasSubstr("results.json"), HasSubstr(complaint),
                                  HasSubstr("gradus grade FOLDER --json FILE")));
    EXPECT_EQ(run.output, "");
  }
}

TEST_F(ReportCommand, SaysWhichFileIsMissingOrAFolder) {
  fs::remove(results_);
  EXPECT_THAT(report("junit").errors, HasSubstr("There is no file"));
  fs::create_directory(results_);
  const auto run = report("junit");
  EXPECT_EQ(run.end.code, 2);
  EXPECT_THAT(run.errors, HasSubstr("is a folder"));
}

TEST_F(ReportCommand, RefusesUnknownFormatsAndVisibilities) {
  EXPECT_EQ(report("moodle").end.code, 2);
  EXPECT_EQ(report("gradescope", {"--visibility", "never"}).end.code, 2);
}

TEST_F(ReportCommand, AFileThatCannotBeWrittenIsOurFault) {
  const auto run = report("junit", {"--out", folder_ / "nowhere/out.xml"});
  EXPECT_EQ(run.end.code, 3);
  EXPECT_THAT(run.errors, HasSubstr("cannot write"));
}

}  // namespace
}  // namespace gradus::platforms
