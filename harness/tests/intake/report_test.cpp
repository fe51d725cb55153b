#include "intake/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/intake/sample.hpp"
#include "tests/report/schema.hpp"

namespace gradus::intake {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(IntakeJson, IsAsItsSchemaSays) {
  const std::vector<json> documents = {json::parse(intake::json(test::sample())),
                                       json::parse(intake::json(Intake{}))};
  for (const std::string& complaint : gradus::test::complaints_each(documents)) {
    EXPECT_EQ(complaint, "");
  }
}

TEST(IntakeJson, HasASchemaThatIsStrict) {
  const json right = json::parse(intake::json(test::sample()));
  std::vector<json> wrong(5, right);
  wrong[0]["more"] = 1;
  wrong[1]["students"][0].erase("matched_by");
  wrong[2]["students"][0]["files"][0]["file"] = "../softmax.cpp";
  wrong[3]["students"][0]["id"] = "../s1";
  wrong[4]["schema"] = "gradus-intake/2";
  for (const std::string& complaint : gradus::test::complaints_each(wrong)) {
    EXPECT_NE(complaint, "");
  }
}

TEST(IntakeJson, SaysWhereAFileCameFrom) {
  const json j = json::parse(intake::json(test::sample()));
  const json& file = j.at("students").at(0).at("files").at(0);
  EXPECT_EQ(file.at("exercise"), "tp1.softmax");
  EXPECT_EQ(file.at("file"), "tp1/softmax.cpp");
  EXPECT_EQ(file.at("path"), "w/tp1/softmax.cpp");
  // printf 'text of softmax\n' | sha256sum
  EXPECT_EQ(file.at("sha256"), "c4ae590b2fb507ae24e3973d57350b53dcfe8c899afe2ed463598ba71bb816ae");
  EXPECT_EQ(j.at("students").at(0).at("commit"), "0123456789abcdef0123456789abcdef01234567");
  EXPECT_EQ(j.at("students").at(0).at("missing"), json({"tp1/nll.cpp"}));
}

TEST(IntakeJson, NamesNoMoreThanFiftyUnknownFiles) {
  Intake intake = test::sample();
  intake.hand_ins[0].placement.unknown.assign(60, "x");
  const json student = json::parse(intake::json(intake)).at("students").at(0);
  EXPECT_EQ(student.at("unknown_files").size(), 50U);
  EXPECT_EQ(student.at("unknown_files_in_all"), 60);
}

TEST(IntakeText, BeginsWithTheCounts) {
  EXPECT_THAT(text(test::sample()),
              StartsWith("2 of 5 students matched; 1 without upload, 1 upload of nobody known, 1 "
                         "refused, 2 in conflict, 1 left out\n"));
  EXPECT_EQ(text(Intake{}), "0 uploads taken\n");
}

TEST(IntakeText, SaysEachThingOnceWithWhatToDo) {
  const std::string shown = text(test::sample());
  for (const char* line :
       {"LABEL = STUDENT-ID", "  Nobody  (all.zip)  could be: s4, s5\n", "  s6: a  (all.zip)  a\n",
        "  s7: eve  (all.zip)  the archive is damaged\n", "Ask for another upload",
        "  s1: tp1/nll.cpp is there more than once\n", "  s1: tp1/nll.cpp\n", "  s8  Carl Gauss\n",
        "  notes.txt\n", "  slip\n", "  test  (all.zip)  --assign leaves"}) {
    EXPECT_THAT(shown, HasSubstr(line));
  }
}

TEST(IntakeText, NamesNoMissingFilesWhereAProblemSaysThatNoneIsThere) {
  Intake intake = test::sample();
  intake.hand_ins[0].placement.taken.clear();
  EXPECT_THAT(text(intake), Not(HasSubstr("Missing files")));
}

TEST(IntakeReports, HoldNoControlCharacter) {
  Intake intake = test::sample();
  intake.roster_remarks = {"\x1b[2J"};
  intake.without_upload[0].name = "\x1b[2JCarl";
  EXPECT_THAT(text(intake), Not(HasSubstr("\x1b")));
  EXPECT_THAT(intake::json(intake), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace gradus::intake
