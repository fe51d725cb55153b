// The whole way, with the real program: a folder goes in, a report and an exit status come out.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "catalogue/exercise.hpp"
#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kRight =
    softmax("const nn::Vector e = exp(logits - max(logits)); return e / sum(e);");
/// Right but for large logits.
const std::string kNaive = softmax("const nn::Vector e = exp(logits); return e / sum(e);");

/// The exercise's verdict, its points and the status of the program belong together.
void expect(const Grading& run, const std::string& verdict, double points, int status) {
  EXPECT_EQ(run.exercise().at("verdict"), verdict) << run.output;
  EXPECT_EQ(run.exercise().at("points"), points) << run.output;
  EXPECT_EQ(run.results.at("points"), points);
  EXPECT_EQ(run.results.at("out_of"), 4.0);
  EXPECT_EQ(run.status, status) << run.errors;
}

TEST_F(Grade, Passed) {
  const Grading run = grade_softmax(kRight);
  expect(run, "passed", 4.0, 0);
  EXPECT_THAT(run.verdicts(), testing::Each("passed"));
  EXPECT_THAT(run.output, HasSubstr("tp1.softmax"));
  EXPECT_EQ(run.output.find('\x1b'), std::string::npos) << "no colour into a pipe";
}

TEST_F(Grade, Wrong) {
  const Grading run = grade_softmax(softmax("return logits;"));
  expect(run, "wrong", 0.0, 1);
  EXPECT_THAT(run.output, HasSubstr("expected"));
}

TEST_F(Grade, WrongWhereItMattersLessCostsAPart) {
  const Grading run = grade_softmax(kNaive);
  EXPECT_EQ(run.exercise().at("verdict"), "wrong");
  EXPECT_GT(run.exercise().at("points"), 1.0);
  EXPECT_LT(run.exercise().at("points"), 4.0);
  EXPECT_EQ(run.status, 1);
}

TEST_F(Grade, WorthlessAnswersThatObeySomeLawsEarnNothing) {
  for (const char* body : {"return 0.0 * logits;", "return 0.0 * logits + 1.0;",
                           "return logits / 0.0;", "return nn::Vector(logits.size());"}) {
    EXPECT_EQ(grade_softmax(softmax(body)).exercise().at("points"), 0.0) << body;
  }
}

TEST_F(Grade, AnExceptionIsAWrongAnswer) {
  const Grading run = grade_softmax(softmax("throw std::runtime_error(\"\\x1b[2J oops\");"));
  expect(run, "wrong", 0.0, 1);
  EXPECT_THAT(run.text, HasSubstr("oops"));
  EXPECT_EQ(run.output.find('\x1b'), std::string::npos);
}

TEST_F(Grade, NotStarted) {
  const Grading run = grade_softmax(softmax("nn::todo(\"tp1.softmax\", logits);"));
  expect(run, "not_started", 0.0, 1);
  EXPECT_THAT(run.verdicts(), testing::Each("not_started"));
}

TEST_F(Grade, AMissingFileIsNotStarted) {
  hand_in("tp1/nll.cpp", "");
  const Grading run = grade();
  expect(run, "not_started", 0.0, 1);
  EXPECT_THAT(run.text, HasSubstr("tp1/softmax.cpp is missing"));
}

TEST_F(Grade, DidNotBuild) {
  const Grading run = grade_softmax(softmax("return logits"));
  expect(run, "did_not_build", 0.0, 1);
  EXPECT_THAT(run.output, HasSubstr("tp1/softmax.cpp:"));
}

TEST_F(Grade, Crashed) {
  expect(grade_softmax(softmax("std::raise(SIGSEGV); return logits;")), "crashed", 0.0, 1);
}

TEST_F(Grade, EndingWellIsNoAnswer) {
  const Grading run = grade_softmax(
      softmax("std::puts(\"[  PASSED  ] 6 tests.\"); std::fflush(stdout); _exit(0);"));
  expect(run, "crashed", 0.0, 1);
  EXPECT_THAT(run.exercise().at("printed").get<std::string>(), HasSubstr("PASSED"));
}

TEST_F(Grade, TimedOutAndThenUnfinished) {
  const Grading run = grade_softmax(softmax("for (volatile int i = 0;; i = 1) {}"));
  expect(run, "timed_out", 0.0, 1);
  std::vector<std::string> verdicts = run.verdicts();
  verdicts.erase(verdicts.begin());
  EXPECT_THAT(verdicts, testing::Each("unfinished"));
}

TEST_F(Grade, OutOfMemory) {
  const Grading run =
      grade_softmax(softmax("std::vector<double> v(1'000'000'000'000); "
                            "asm volatile(\"\" : : \"r\"(v.data()) : \"memory\"); return logits;"));
#ifdef GRADUS_SANITIZED
  expect(run, "crashed", 0.0, 1);  // The sanitizer ends the program first.
#else
  expect(run, "out_of_memory", 0.0, 1);
#endif
}

TEST_F(Grade, BadReply) {
  const Grading run = grade_softmax(softmax(
      "const char forged[64] = \"passed\"; if (write(3, forged, 64) < 0) {} return logits;"));
  expect(run, "bad_reply", 0.0, 1);
}

TEST_F(Grade, ARefusedFileDidNotBuild) {
  std::ofstream(folder_ / "elsewhere.cpp") << kRight;
  fs::create_symlink(folder_ / "elsewhere.cpp", submission_ / "tp1/softmax.cpp");
  const Grading run = grade();
  expect(run, "did_not_build", 0.0, 1);
  EXPECT_THAT(run.text, HasSubstr("symbolic link"));
}

TEST_F(Grade, OneBrokenExerciseLeavesThoseThatNeedItAlone) {
  hand_in("tp1/softmax.cpp", "this is no C++");
  for (const char* name : {"nll", "backward_nll"}) {
    fs::copy(fs::path(GRADUS_SOLUTIONS) / "tp1" / (std::string(name) + ".cpp"),
             submission_ / "tp1");
  }
  const Grading run = grade({"--lab", "tp1"});
  for (const json& e : run.results.at("labs").at(0).at("exercises")) {
    const auto slug = e.at("slug").get<std::string>();
    const bool there = slug == "tp1.nll" || slug == "tp1.backward_nll";
    EXPECT_EQ(e.at("verdict"), slug == "tp1.softmax" ? "did_not_build"
                               : there               ? "passed"
                                                     : "not_started")
        << slug;
    EXPECT_EQ(e.at("points"), there ? e.at("out_of").get<double>() : 0.0) << slug;
  }
}

TEST_F(Grade, ChangedGivenFilesAreRemarked) {
  hand_in("tp1/softmax.cpp", kRight);
  hand_in("tp1/softmax.hpp", "#error never used");
  const Grading run = grade();
  expect(run, "passed", 4.0, 0);
  EXPECT_THAT(run.results.at("remarks").dump(), HasSubstr("tp1/softmax.hpp differs"));
}

TEST_F(Grade, TheSameSubmissionGivesTheSameBytes) {
  hand_in("tp1/softmax.cpp", kNaive);
  EXPECT_EQ(grade().text, grade().text);
}

TEST_F(Grade, TimesGoToAFileOfTheirOwn) {
  hand_in("tp1/softmax.cpp", kRight);
  const fs::path file = folder_ / "timings.json";
  const Grading run = grade({"--exercise", "tp1.softmax", "--timings", file.string()});
  const json timings = json::parse(test::content(file));
  EXPECT_EQ(timings.at("schema"), "gradus-timings/1");
  EXPECT_TRUE(timings.at("seconds").contains("tp1.softmax"));
  EXPECT_FALSE(run.results.contains("seconds"));
}

TEST_F(Grade, ASecretSeedGivesOtherNumbersAndIsNotShown) {
  hand_in("tp1/softmax.cpp", softmax("return logits;"));
  const Grading run = grade({"--exercise", "tp1.softmax", "--seed", "987654321"});
  EXPECT_EQ(run.text.find("987654321"), std::string::npos);
  EXPECT_EQ(run.output.find("987654321"), std::string::npos);
}

TEST_F(Grade, NothingInTheEnvironmentChangesTheResult) {
  hand_in("tp1/softmax.cpp", kNaive);
  const Grading plain = grade();
  const Grading misled =
      grade({"--exercise", "tp1.softmax"}, test::misleading_environment(folder_.path().string()));
  EXPECT_EQ(plain.text, misled.text);
  EXPECT_EQ(plain.output, misled.output);
  EXPECT_EQ(plain.status, misled.status);
}

TEST_F(Grade, WrongWordsOnTheCommandLineAreUsageErrors) {
  hand_in("tp1/softmax.cpp", kRight);
  const std::string path = submission_.string();
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"grade"},
                                             {"grade", path, "--lab", "tp9"},
                                             {"grade", path, "--exercise", "tp1.cooking"},
                                             {"grade", path, "--colour"},
                                             {"grade", path, "--seed", "blue"},
                                             {"grade", path, "--isolation", "firm"},
                                             {"degrade", path}}) {
    const Grading run = gradus(arguments);
    EXPECT_EQ(run.status, 2) << testing::PrintToString(arguments) << run.errors;
    EXPECT_FALSE(run.errors.empty());
  }
}

TEST_F(Grade, APathWithNothingToGradeIsAUsageError) {
  hand_in("tp1/softmax.cpp", kRight);
  for (const fs::path& path :
       {folder_ / "nowhere", submission_ / "tp1/softmax.cpp", folder_ / "tmp"}) {
    const Grading run = gradus({"grade", path.string()});
    EXPECT_EQ(run.status, 2) << path;
    EXPECT_THAT(run.errors, HasSubstr(path.string()));
    EXPECT_THAT(run.output, IsEmpty());
  }
}

TEST_F(Grade, WhatThereIsIsListedForAnUnknownName) {
  const Grading run = gradus({"grade", submission_.string(), "--exercise", "tp1.cooking"});
  EXPECT_THAT(run.errors, HasSubstr("tp1.softmax"));
}

TEST_F(Grade, AFileThatCannotBeWrittenIsSaidAfterTheReport) {
  hand_in("tp1/softmax.cpp", kRight);
  const std::string file = (folder_ / "nowhere/results.json").string();
  const Grading run =
      gradus({"grade", submission_.string(), "--exercise", "tp1.softmax", "--json", file});
  EXPECT_EQ(run.status, 3);
  EXPECT_THAT(run.errors, HasSubstr(file));
}

TEST_F(Grade, AMachineThatIsNotSetUpIsNoVerdict) {
  hand_in("tp1/softmax.cpp", kRight);
  const auto outcome = test::run_program(
      {GRADUS_PROGRAM, "grade", submission_.string(), "--exercise", "tp1.softmax"},
      {{"TMPDIR", (folder_ / "nowhere").string()}});
  EXPECT_EQ(outcome.end.code, 3);
  EXPECT_THAT(outcome.errors, HasSubstr("nowhere"));
}

TEST_F(Grade, TheIsolationIsPrintedAndReported) {
  hand_in("tp1/softmax.cpp", kRight);
  const Grading run = grade();
  const auto level = run.results.at("fingerprint").at("isolation").get<std::string>();
  EXPECT_NE(level, "none");
  EXPECT_THAT(run.output, HasSubstr("isolation  " + level));
}

TEST_F(Grade, ItRefusesToStartBehindWeakerWallsThanAskedFor) {
  hand_in("tp1/softmax.cpp", kRight);
  const std::string json = (folder_ / "results.json").string();
  for (const char* level : {"landlock", "namespaces"}) {
    const Grading run = gradus({"grade", submission_.string(), "--no-mnist", "--json", json,
                                "--isolation", level, "--isolation-at-most", "none"});
    EXPECT_EQ(run.status, 3);
    EXPECT_THAT(run.errors, HasSubstr("Nothing was graded"));
    EXPECT_THAT(run.output, IsEmpty());
    EXPECT_FALSE(fs::exists(json));
  }
}

TEST_F(Grade, WithoutIsolationItSaysSoInEveryReport) {
  hand_in("tp1/softmax.cpp", kRight);
  const Grading run =
      grade({"--exercise", "tp1.softmax", "--isolation", "none", "--isolation-at-most", "none"});
  EXPECT_EQ(run.status, 0) << run.errors;
  EXPECT_EQ(run.results.at("fingerprint").at("isolation"), "none");
  EXPECT_THAT(run.results.at("remarks").dump(), HasSubstr("UNSAFE"));
  EXPECT_THAT(run.output, HasSubstr("UNSAFE"));
}

TEST_F(Grade, TheDoctorNamesTheIsolation) {
  const Grading run = gradus({"doctor"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.output, testing::AnyOf(HasSubstr("ok   isolation    namespaces"),
                                         HasSubstr("ok   isolation    landlock")));
}

TEST_F(Grade, HelpAndVersionAreNoErrors) {
  for (const char* option : {"--help", "--version"}) EXPECT_EQ(gradus({option}).status, 0);
  EXPECT_THAT(gradus({"grade", "--help"}).output, HasSubstr("--json"));
}

}  // namespace
}  // namespace gradus::judge
