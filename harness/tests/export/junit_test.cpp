#include "export/junit.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <pugixml.hpp>
#include <rapidcheck.h>

#include "sandbox/process.hpp"
#include "tests/export/samples.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::exports {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kLint = "/usr/bin/xmllint";
const auto kWhen = std::chrono::system_clock::from_time_t(1'700'000'000);

/// What xmllint, which knows nothing of our code, has against a document; nothing if it is right.
std::string complaints(const std::string& document) {
  const mnist::test::TemporaryFolder folder;
  std::ofstream(folder / "report.xml", std::ios::binary) << document;
  const auto outcome = sandbox::run({.argv = {kLint, "--noout", "--nonet", "--schema",
                                              GRADUS_FORMATS "/junit.xsd", folder / "report.xml"}},
                                    {}, std::chrono::seconds(30));
  return outcome.success() ? "" : "refused: " + outcome.errors;
}

class Junit : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kLint)) {
      GTEST_SKIP() << "NOT TESTED: xmllint is missing; install the Debian package libxml2-utils";
    }
  }
};

TEST_F(Junit, FollowsTheSchemasOfJenkinsAndAnt) {
  EXPECT_EQ(complaints(junit(test::sample_results(), kWhen)), "");
  EXPECT_EQ(complaints(junit(Results{}, kWhen)), "");
  EXPECT_EQ(complaints(junit(test::large_results(300, 9000), kWhen)), "");
  EXPECT_NE(complaints("<testsuites><testsuite/></testsuites>"), "") << "it looks at nothing";
}

TEST_F(Junit, AnyBytesOfAStudentGiveXml) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
  e.printed = all + "\ufffe\uffff]]><!-- & \" ' </system-out>";
  e.message = e.printed;
  e.checks[1].claim = e.printed;
  EXPECT_EQ(complaints(junit(test::results_with(e), kWhen)), "");
}

/// The document as a parser reads it.
pugi::xml_document parsed(const Results& results) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(junit(results, kWhen).c_str(), pugi::parse_full));
  return document;
}

TEST(JunitXml, WrongIsAFailureNoAnswerAnErrorAndNotTriedIsSkipped) {
  const std::map<Verdict, std::string> expected = {{Verdict::kPassed, ""},
                                                   {Verdict::kWrong, "failure"},
                                                   {Verdict::kNotStarted, "skipped"},
                                                   {Verdict::kDidNotBuild, "error"},
                                                   {Verdict::kCrashed, "error"},
                                                   {Verdict::kTimedOut, "error"},
                                                   {Verdict::kOutOfMemory, "error"},
                                                   {Verdict::kBadReply, "error"},
                                                   {Verdict::kUnfinished, "skipped"},
                                                   {Verdict::kHarnessError, "error"}};
  ASSERT_EQ(expected.size(), kVerdicts.size());
  for (const auto& [verdict, element] : expected) {
    const auto document = parsed(test::results_with(verdict, 0, 400));
    const auto suite = document.child("testsuites").child("testsuite");
    EXPECT_EQ(suite.child("testcase").first_child().name(), element) << name(verdict);
    for (const char* count : {"failure", "error", "skipped"}) {
      const std::string attribute =
          count == std::string("skipped") ? count : std::string(count) + "s";
      EXPECT_EQ(suite.attribute(attribute.c_str()).as_int(), element == count ? 1 : 0)
          << name(verdict) << " " << count;
    }
    if (!element.empty()) {
      EXPECT_EQ(suite.child("testcase").first_child().attribute("type").value(), name(verdict));
    }
  }
}

TEST(JunitXml, HasASuiteForEachExerciseAndEachRunOnMnist) {
  const auto document = parsed(test::fair_results());
  const auto suites = document.child("testsuites").children("testsuite");
  EXPECT_EQ(std::distance(suites.begin(), suites.end()), 9 + 1 + 9);
  int id = 0;
  for (const auto& suite : suites) EXPECT_EQ(suite.attribute("id").as_int(), id++);
}

TEST(JunitXml, PointsAreProperties) {
  const auto document = parsed(test::fair_results());
  const auto properties = document.child("testsuites").child("testsuite").child("properties");
  const auto value = [&](const char* name) {
    return std::string(properties.find_child_by_attribute("name", name).attribute("value").value());
  };
  EXPECT_EQ(value("points"), "2.5");
  EXPECT_EQ(value("out_of"), "3.75");
  EXPECT_EQ(value("tp1.softmax.value.points"), "1.25");
  EXPECT_EQ(value("tp1.softmax.pure.points"), "0");
}

TEST(JunitXml, SaysWhenTheResultsWereMade) {
  EXPECT_THAT(junit(test::fair_results(), kWhen), HasSubstr("timestamp=\"2023-11-14T22:13:20\""));
}

TEST(JunitXml, TextComesBackAsItWas) {
  rc::check("a parser reads the text that was written", [](const std::string& printed) {
    ExerciseResult e = gradus::test::exercise_with(Verdict::kWrong);
    e.advice.clear();
    e.printed = printed + "<&>\"'";
    pugi::xml_document document;
    RC_ASSERT(document.load_string(junit(test::results_with(e), kWhen).c_str(),
                                   pugi::parse_default | pugi::parse_ws_pcdata));
    const std::string read =
        document.child("testsuites").child("testsuite").child("system-out").text().get();
    RC_ASSERT(read.find("<&>\"'") != std::string::npos);
    RC_ASSERT(read.find('\x1b') == std::string::npos);
  });
}

}  // namespace
}  // namespace gradus::exports
