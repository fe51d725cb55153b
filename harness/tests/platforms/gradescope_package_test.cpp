#include <gmock/gmock.h>

#include "tests/platforms/platform.hpp"

namespace gradus::platforms {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// Unpacks with the permissions in the archive, which Python's own extraction leaves out.
constexpr const char* kUnpack =
    "import os, sys, zipfile\n"
    "with zipfile.ZipFile(sys.argv[1]) as z:\n"
    "  for i in z.infolist():\n"
    "    os.chmod(z.extract(i, sys.argv[2]), i.external_attr >> 16)\n";

class GradescopePackage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    package_ = new TemporaryFolder;
    const std::string zip = *package_ / "autograder.zip";
    const auto made = gradus({"package", "gradescope", "--lab", "tp1", "--seed", "4711",
                              "--isolation", "none", "--out", zip});
    ASSERT_TRUE(made.success()) << made.errors;
    ASSERT_TRUE(test::run_program({"python3", "-c", kUnpack, zip, *package_ / "source"}).success());
  }
  static void TearDownTestSuite() { delete package_; }

  GradescopePackage() {
    fs::create_directories(root_ / "source");
    for (const char* name : {"settings", "seed"}) fs::copy(source() / name, root_ / "source");
    fs::create_directories(root_ / "submission");
    set(settings_, "more_options", "--no-mnist");
  }

  static fs::path source() { return *package_ / "source"; }

  [[nodiscard]] std::string results() const { return content(root_ / "results/results.json"); }

  /// Grades what was handed in. \return the results, which follow Gradescope's rules
  [[nodiscard]] json grade(const fs::path& program = GRADUS_PROGRAM) {
    const auto run = test::run_program({source() / "run_autograder"},
                                       {{"GRADUS_AUTOGRADER", root_}, {"GRADUS_PROGRAM", program}});
    EXPECT_TRUE(run.success()) << run.errors;
    log_ = run.output + run.errors;
    const json document = json::parse(results(), nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << results();
    EXPECT_EQ(test::complaints(document, GRADUS_FORMATS "/gradescope.schema.json"), "");
    return document;
  }

  static TemporaryFolder* package_;
  TemporaryFolder folder_;
  fs::path root_ = folder_ / "autograder";
  fs::path settings_ = root_ / "source/settings";
  std::string log_;  ///< what the instructor is shown
};

TemporaryFolder* GradescopePackage::package_ = nullptr;

TEST_F(GradescopePackage, HoldsWhatTheRootMustAndTheProjectWithoutItsHistory) {
  for (const char* script : {"setup.sh", "run_autograder", "project/gradus"}) {
    EXPECT_EQ(fs::status(source() / script).permissions(), static_cast<fs::perms>(0755)) << script;
  }
  for (const char* file : {"setup.sh", "run_autograder"}) {
    EXPECT_THAT(content(source() / file), testing::StartsWith("#!")) << file;
    EXPECT_TRUE(test::run_program({"bash", "-n", source() / file}).success()) << file;
  }
  EXPECT_TRUE(test::run_program({"sh", "-n", source() / "run_autograder"}).success());
  EXPECT_EQ(content(source() / "seed"), "4711\n");
  EXPECT_THAT(content(source() / "settings"), HasSubstr("\nseconds=540\n")) << "of ten minutes";
  EXPECT_TRUE(fs::exists(source() / "project/solutions/tp1/softmax.cpp"));
  for (const char* name : {".git", ".build", ".gradus"}) {
    EXPECT_FALSE(fs::exists(source() / "project" / name)) << name;
  }
}

TEST_F(GradescopePackage, SetUpHasNothingToDoForAProgramThatIsBuilt) {
  const auto run = test::run_program({source() / "setup.sh"}, {{"GRADUS_PROGRAM", GRADUS_PROGRAM}});
  EXPECT_TRUE(run.success()) << run.errors;
  EXPECT_THAT(run.output, HasSubstr("nothing to set up"));
}

TEST_F(GradescopePackage, ARightSubmissionOfFlatFilesGetsItsPoints) {
  hand_in_solutions(root_ / "submission");
  const json document = grade();
  EXPECT_EQ(document.at("score"), 18.0) << log_;
  EXPECT_THAT(document.dump(), Not(HasSubstr("4711"))) << "students must not see the seed";
}

TEST_F(GradescopePackage, ABadSubmissionGetsWhatItEarnedAndReadsWhy) {
  hand_in_solutions(root_ / "submission");
  write(root_ / "submission/softmax.cpp", "this is no C++");
  write(root_ / "submission/nll.cpp",
        "#include \"tp1/nll.hpp\"\n#include <unistd.h>\n"
        "double tp1::nll(const nn::Vector&, nn::Index) { _exit(0); }\n");
  const json document = grade();
  EXPECT_EQ(document.at("score"), 11.0) << log_;
  std::vector<std::string> outputs;
  for (const json& t : document.at("tests")) outputs.push_back(t.at("output"));
  EXPECT_THAT(outputs, Contains(HasSubstr("softmax.cpp:1")));
  EXPECT_THAT(outputs, Contains(HasSubstr("Crashed.")));
}

TEST_F(GradescopePackage, NothingHandedInIsZeroAndNamesWhatIsLookedFor) {
  const json document = grade();
  EXPECT_EQ(document.at("score"), 0);
  EXPECT_THAT(document.at("output"), HasSubstr("tp1/softmax.cpp"));
}

TEST_F(GradescopePackage, WhileItGradesThereIsAZeroThatSaysSo) {
  hand_in_solutions(root_ / "submission");
  const fs::path seen = folder_ / "seen.json";
  const json document =
      grade(fake_program(folder_ / "program", "cp '" + (root_ / "results/results.json").string() +
                                                  "' '" + seen.string() + "'\nexit 3\n"));
  const json placeholder = json::parse(content(seen));
  EXPECT_EQ(test::complaints(placeholder, GRADUS_FORMATS "/gradescope.schema.json"), "");
  EXPECT_EQ(placeholder.at("score"), 0);
  EXPECT_THAT(placeholder.at("output"), HasSubstr("it is no mark"));
  EXPECT_FALSE(document.contains("score"));
}

TEST_F(GradescopePackage, OurOwnFaultGivesNoScoreAtAll) {
  hand_in_solutions(root_ / "submission");
  const std::vector<fs::path> programs = {
      fake_program(folder_ / "fails", "exit 3\n"), fake_program(folder_ / "dies", "kill -9 $$\n"),
      // Says that it graded, and left no results.
      fake_program(folder_ / "lies", "exit 0\n"), folder_ / "missing"};
  for (const fs::path& program : programs) {
    const json document = grade(program);
    EXPECT_FALSE(document.contains("score")) << program;
    EXPECT_THAT(document.at("output"), HasSubstr("This is no mark")) << program;
    EXPECT_THAT(log_, HasSubstr("No mark")) << program;
  }
}

TEST_F(GradescopePackage, EndsBeforeThePlatformEndsIt) {
  set(settings_, "seconds", "1");
  const json document = grade(fake_program(folder_ / "slow", "sleep 60\n"));
  EXPECT_FALSE(document.contains("score"));
  EXPECT_THAT(log_, HasSubstr("status 124"));
}

TEST_F(GradescopePackage, AnotherRunTakesAnotherSeedUnlessToldOne) {
  std::vector<std::string> seeds;
  for (const char* name : {"a", "b"}) {
    ASSERT_TRUE(gradus({"package", "prairielearn", "--out", folder_ / name}).success());
    seeds.push_back(content(folder_ / name / "seed"));
  }
  EXPECT_NE(seeds[0], seeds[1]);
}

}  // namespace
}  // namespace gradus::platforms
