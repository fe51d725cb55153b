// The program itself, from the command line to its exit status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/intake/archives.hpp"
#include "tests/judge/program.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

using gradus::test::content;
using mnist::test::TemporaryFolder;
using test::pack;
using test::Packed;
using ::testing::HasSubstr;
using ::testing::StartsWith;

sandbox::Outcome intake(std::vector<std::string> arguments) {
  std::vector<std::string> argv = {GRADUS_PROGRAM, "intake"};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  // A locale in which libarchive by itself could not read the names.
  return gradus::test::run_program(argv, {{"LC_ALL", "C"}});
}

std::vector<Packed> whole_lab(const std::string& folder) {
  std::vector<Packed> files;
  for (const char* name :
       {"backward_affine", "softmax", "nll", "backward_nll", "evaluate", "train"}) {
    files.push_back({folder + "/" + name + ".cpp", "// " + folder + name + "\n"});
  }
  files.push_back({folder + "/affine.cpp", "given"});
  files.push_back({folder + "/README.md", "given"});
  return files;
}

TEST(IntakeCommand, MakesATidyFolderOfAMoodleDownload) {
  const TemporaryFolder folder;
  test::write(folder / "class.csv", "id,name\ns1,Zo\u00eb Cruz\ns2,Ada King\n");
  std::vector<Packed> all = whole_lab("Zo\u00eb Cruz_12_assignsubmission_file_/labs/tp1");
  all.push_back({"Ada King_7_assignsubmission_file_/gradus-tp1-1a2b.zip", pack(whole_lab("tp1"))});
  test::write(folder / "moodle.zip", pack(all));
  const std::string out = folder / "out";
  for (int time = 0; time < 2; ++time) {
    const auto outcome = intake({(folder / "moodle.zip").string(), "--roster",
                                 (folder / "class.csv").string(), "--lab", "tp1", "--out", out});
    EXPECT_EQ(outcome.end.code, 0) << outcome.output;
    EXPECT_THAT(outcome.output, HasSubstr("2 of 2 students matched"));
    EXPECT_EQ(content(folder / "out/students/s2/tp1/softmax.cpp"), "// tp1softmax\n");
    EXPECT_TRUE(fs::exists(folder / "out/students/s1/tp1/train.cpp"));
    EXPECT_FALSE(fs::exists(folder / "out/students/s1/tp1/affine.cpp"));
  }
  const auto j = nlohmann::json::parse(content(folder / "out/intake.json"));
  EXPECT_EQ(j.at("students").at(0).at("name"), "Zo\u00eb Cruz");
  EXPECT_TRUE(j.at("students").at(0).at("unknown_files").empty());
}

TEST(IntakeCommand, EndsWithOneWhereSomethingIsOpen) {
  const TemporaryFolder folder;
  test::write(folder / "in/ada/tp1/softmax.cpp", "1");
  test::write(folder / "in/eve.zip", "no zip");
  const auto outcome = intake({(folder / "in").string(), "--out", (folder / "out").string()});
  EXPECT_EQ(outcome.end.code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("1 upload taken; 1 refused"));
  EXPECT_EQ(content(folder / "out/students/ada/tp1/softmax.cpp"), "1");
}

TEST(IntakeCommand, TakesAnswersFromAFile) {
  const TemporaryFolder folder;
  test::write(folder / "class.csv", "id,name\ns1,Ada King\n");
  test::write(folder / "answers.txt", "tp1 of ada = s1\n");
  test::write(folder / "in/tp1 of ada.zip", pack(whole_lab("tp1")));
  const std::vector<std::string> words = {(folder / "in").string(), "--roster",
                                          (folder / "class.csv").string(), "--out",
                                          (folder / "out").string()};
  const auto before = intake(words);
  EXPECT_EQ(before.end.code, 1);
  EXPECT_THAT(before.output, HasSubstr("0 of 1 student matched"));
  std::vector<std::string> more = words;
  more.insert(more.end(), {"--assign", (folder / "answers.txt").string()});
  const auto after = intake(more);
  EXPECT_EQ(after.end.code, 0) << after.output;
}

TEST(IntakeCommand, EndsWithTwoForAWrongCallAndWritesNothing) {
  const TemporaryFolder folder;
  test::write(folder / "in/ada/tp1/softmax.cpp", "1");
  test::write(folder / "mine/thesis.txt", "years of work");
  test::write(folder / "class.csv", "what,ever\n1,2\n");
  const std::string in = folder / "in";
  const std::string out = folder / "out";
  const std::vector<std::vector<std::string>> calls = {
      {in},
      {in, "--out", (folder / "mine").string()},
      {in, "--out", (folder / "in/out").string()},
      {in, "--lab", "tp9", "--out", out},
      {in, "--assign", (folder / "none").string(), "--out", out},
      {in, "--roster", (folder / "class.csv").string(), "--out", out},
      {(folder / "none").string(), "--out", out}};
  for (const auto& call : calls) {
    EXPECT_EQ(intake(call).end.code, 2) << call.back();
    EXPECT_FALSE(fs::exists(out));
  }
  EXPECT_EQ(content(folder / "mine/thesis.txt"), "years of work");
}

}  // namespace
}  // namespace gradus::intake
