#include "classroom/hand_ins.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/hand_ins.hpp"
#include "tests/mnist/temporary_folder.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::classroom {
namespace {

namespace fs = std::filesystem;
using gradebook::HandIn;
using mnist::test::TemporaryFolder;
using test::refusal;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class HandIns : public testing::Test {
 protected:
  void write(const fs::path& file, const std::string& text) const {
    fs::create_directories((folder_ / file).parent_path());
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }
  [[nodiscard]] std::vector<HandIn> read(const roster::Roster* roster = nullptr) const {
    const std::vector<const Lab*> labs = {find_lab("tp1")};
    return read_hand_ins(folder_.path(), roster, labs, given_.path());
  }
  [[nodiscard]] std::string complaint(const roster::Roster* roster = nullptr) const {
    return refusal([&] { static_cast<void>(read(roster)); });
  }

  TemporaryFolder folder_;
  TemporaryFolder given_;
};

TEST_F(HandIns, AreOneFolderForEachStudent) {
  write("bob/tp1/nll.cpp", "bob's");
  write("ada/labs/tp1/nll.cpp", "ada's");
  const auto list = read();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].student.id, "ada");
  EXPECT_EQ(list[0].files, (gradebook::Files{{"tp1/nll.cpp", "ada's"}}));
  EXPECT_EQ(list[1].student.id, "bob");
  EXPECT_NE(list[0].submission, list[1].submission);
}

TEST_F(HandIns, MayLieBelowStudentsAsIntakeLeavesThem) {
  write("students/ada/tp1/nll.cpp", "x");
  write("intake.txt", "");
  const auto list = read();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].student.id, "ada");
}

TEST_F(HandIns, OfTheSameTextsAreTheSameSubmission) {
  for (const char* file : {"ada/tp1/nll.cpp", "bob/labs/tp1/nll.cpp"}) write(file, "x");
  const auto list = read();
  EXPECT_EQ(list.at(0).submission, list.at(1).submission);
}

TEST_F(HandIns, FollowTheRosterAndItsOrder) {
  write("ada/tp1/nll.cpp", "x");
  const auto roster = roster::Roster::parse("id,name\nbob,Bob\nada,Ada\n", "r.csv");
  const auto list = read(&roster);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].student.name, "Bob");
  EXPECT_EQ(list[0].submission, "");
  EXPECT_THAT(list[0].remarks, IsEmpty());
  EXPECT_NE(list[1].submission, "");
}

TEST_F(HandIns, OfAnIntakeBringTheRosterAndItsProblemsAlong) {
  const TemporaryFolder uploads;
  for (const char* file : {"ada/tp1/nll.cpp", "bob/tp1/nll.cpp", "bob/copy/tp1/nll.cpp"}) {
    fs::create_directories((uploads / file).parent_path());
    std::ofstream(uploads / file) << file;
  }
  const auto roster = roster::Roster::parse("id,name\ncyd,Cyd\nbob,Bob\nada,Ada\n", "r.csv");
  intake::Order order;
  order.sources = {uploads.path()};
  order.roster = &roster;
  order.wanted.labs = {find_lab("tp1")};
  intake::write_hand_ins(intake::take_in(order), folder_.path());

  const auto list = read();
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].student.name, "Cyd");
  EXPECT_EQ(list[0].submission, "");
  EXPECT_THAT(list[1].remarks, testing::Contains(HasSubstr("copy/tp1/nll.cpp")));
  EXPECT_NE(list[2].submission, "");
  EXPECT_THAT(list[2].remarks, IsEmpty());
}

TEST_F(HandIns, OfADamagedIntakeAreRefused) {
  write("students/ada/tp1/nll.cpp", "x");
  write("intake.json", "{}");
  EXPECT_THAT(complaint(), HasSubstr("intake.json"));
}

TEST_F(HandIns, OfNobodyOnTheRosterAreNotLeftOutInSilence) {
  write("ada/tp1/nll.cpp", "x");
  write("mallory\x1b[2J/tp1/nll.cpp", "x");
  const auto roster = roster::Roster::parse("id\nada\n", "r.csv");
  EXPECT_THAT(complaint(&roster),
              AllOf(HasSubstr("mallory"), HasSubstr("gradus intake"), Not(HasSubstr("\x1b"))));
}

TEST_F(HandIns, WithoutAFileThatCountsAreEmptyAndSaySo) {
  write("ada/tp1/nll.cpp", "x");
  write("bob/report.pdf", "x");
  const auto list = read();
  EXPECT_EQ(list.at(1).submission, "");
  EXPECT_THAT(list.at(1).remarks, ElementsAre(HasSubstr("None of the files")));
}

TEST_F(HandIns, SayWhichFilesWereNotTakenAndWhy) {
  write("ada/tp1/nll.cpp", "x");
  write("ada/tp1/softmax.cpp", std::string(300 << 10, ' '));
  write("ada/tp1/nll.hpp", "changed");
  std::ofstream((fs::create_directory(given_ / "tp1"), given_ / "tp1/nll.hpp")) << "given";
  const auto list = read();
  EXPECT_EQ(list.at(0).files.size(), 1U);
  EXPECT_THAT(list.at(0).remarks, ElementsAre(HasSubstr("tp1/softmax.cpp was not taken"),
                                              HasSubstr("tp1/nll.hpp differs")));
}

TEST_F(HandIns, DoNotFollowLinks) {
  write("ada/tp1/nll.cpp", "x");
  fs::create_directory_symlink(folder_ / "ada", folder_ / "bob");
  EXPECT_EQ(read().size(), 1U);
}

TEST_F(HandIns, OfNobodyAreRefused) {
  EXPECT_THAT(complaint(), HasSubstr("one folder for each student"));
  write("ada/notes.txt", "x");
  EXPECT_THAT(complaint(), HasSubstr("one folder for each student"));
}

}  // namespace
}  // namespace gradus::classroom
