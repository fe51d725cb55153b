#include "intake/hand_ins.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/refusal.hpp"
#include "intake/report.hpp"
#include "tests/intake/archives.hpp"
#include "tests/intake/sample.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/report/schema.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

using gradus::test::content;
using mnist::test::TemporaryFolder;
using test::thrown;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> everything_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string problem(const fs::path& out, const std::vector<fs::path>& sources = {}) {
  return thrown<IntakeError>([&] { require_replaceable(out, sources); });
}

TEST(HandIns, AreOneFolderPerStudentAndTwoReports) {
  const TemporaryFolder folder;
  write_hand_ins(test::sample(), folder / "a/out/");
  EXPECT_THAT(everything_in(folder.path()), ElementsAre("a/out/intake.json", "a/out/intake.txt",
                                                        "a/out/students/s1/tp1/softmax.cpp"));
  EXPECT_EQ(content(folder / "a/out/students/s1/tp1/softmax.cpp"), "text of softmax\n");
  EXPECT_EQ(content(folder / "a/out/intake.json"), json(test::sample()));
  EXPECT_EQ(content(folder / "a/out/intake.txt"), text(test::sample()));
  // A student of whom no file was taken has a folder too.
  EXPECT_TRUE(fs::is_directory(folder / "a/out/students/s2"));
}

TEST(HandIns, AreReplacedAsAWhole) {
  const TemporaryFolder folder;
  write_hand_ins(test::sample(), folder / "out");
  test::write(folder / "out/students/s1/tp1/old.cpp", "old");
  ASSERT_EQ(problem(folder / "out"), "");
  write_hand_ins(test::sample(), folder / "out");
  EXPECT_EQ(everything_in(folder.path()).size(), 3U);
}

TEST(HandIns, ReplaceNothingOfSomebodyElses) {
  const TemporaryFolder folder;
  EXPECT_EQ(problem(folder / "new"), "");
  fs::create_directories(folder / "empty");
  EXPECT_EQ(problem(folder / "empty"), "");
  test::write(folder / "other/intake.json", "{\"schema\": \"mine\"}");
  EXPECT_THAT(problem(folder / "other"), HasSubstr("files that intake did not write"));
  test::write(folder / "other/intake.json", "[");
  EXPECT_THAT(problem(folder / "other"), HasSubstr("files that intake did not write"));
  EXPECT_THAT(problem(folder / "other/intake.json"), HasSubstr("is no folder"));
  write_hand_ins(test::sample(), folder / "out");
  test::write(folder / "out/marks.csv", "mine");
  EXPECT_THAT(problem(folder / "out"), HasSubstr("marks.csv in it is not of intake's making"));
}

TEST(HandIns, LieOutsideOfTheirSources) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "in/out");
  fs::create_directory_symlink(folder / "in", folder / "link");
  for (const char* out : {"in", "in/out", "in/new", "link/new", "."}) {
    EXPECT_THAT(problem(folder.path() / out, {folder / "in"}), HasSubstr("lie one in the other"))
        << out;
  }
  EXPECT_EQ(problem(folder / "in2", {folder / "in"}), "");
}

TEST(HandIns, LeaveNothingWhenTheyCannotBeWritten) {
  const TemporaryFolder folder;
  Intake intake = test::sample();
  // An id is the roster's business; one that cannot be a name shows what a full disk would do.
  intake.hand_ins[0].student.id = std::string(300, 'x');
  write_hand_ins(test::sample(), folder / "out");
  EXPECT_NE(thrown<std::exception>([&] { write_hand_ins(intake, folder / "out"); }), "");
  EXPECT_THAT(everything_in(folder.path()),
              ElementsAre(StartsWith("out/"), StartsWith("out/"), StartsWith("out/")));
}

}  // namespace
}  // namespace gradus::intake
