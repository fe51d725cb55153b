#include "intake/intake.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intake/archives.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::intake {
namespace {

using mnist::test::TemporaryFolder;
using test::pack;
using test::thrown;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kRoster =
    "id,name,email\ns1,Ada King,ada@example.org\ns2,Bob Young,bob@example.org\ns3,Carl Gauss,\n";

class Taking : public ::testing::Test {
 protected:
  Taking() { order_.roster = &roster_; }

  void add(const std::string& path, const std::string& text = "x") {
    test::write(folder_.path() / "in" / path, text);
    if (order_.sources.empty()) order_.sources.push_back(folder_ / "in");
  }

  TemporaryFolder folder_;
  roster::Roster roster_ = roster::Roster::parse(kRoster, "class.csv");
  Order order_;
};

std::vector<std::string> ids(const std::vector<HandIn>& all) {
  std::vector<std::string> found;
  for (const HandIn& h : all) found.push_back(h.student.id);
  return found;
}

std::vector<std::string> labels(const std::vector<Aside>& all) {
  std::vector<std::string> found;
  for (const Aside& a : all) found.push_back(a.origin.label);
  return found;
}

TEST_F(Taking, FindsEachUploadsStudent) {
  add("Ada King_7_assignsubmission_file_/tp1/nll.cpp");
  add("s2/tp1/nll.cpp");
  add("Nobody/tp1/nll.cpp");
  const Intake found = take_in(order_);
  EXPECT_THAT(ids(found.hand_ins), ElementsAre("s1", "s2"));
  EXPECT_EQ(found.hand_ins[0].by, "full name");
  EXPECT_EQ(found.hand_ins[0].student.email, "ada@example.org");
  EXPECT_THAT(labels(found.unknown), ElementsAre("Nobody"));
  ASSERT_EQ(found.without_upload.size(), 1U);
  EXPECT_EQ(found.without_upload[0].id, "s3");
  EXPECT_FALSE(found.is_complete());
}

TEST_F(Taking, AsksTheInstructorFirst) {
  add("s1/tp1/nll.cpp");
  add("Nobody/tp1/nll.cpp");
  add("rest/tp1/nll.cpp");
  order_.assignments = {{"s1", "s2"}, {"Nobody", "s3"}, {"rest", "-"}, {"slip", "s1"}};
  const Intake found = take_in(order_);
  EXPECT_THAT(ids(found.hand_ins), ElementsAre("s2", "s3"));
  EXPECT_EQ(found.hand_ins[0].by, "--assign");
  EXPECT_THAT(labels(found.left_out), ElementsAre("rest"));
  EXPECT_THAT(found.unused, ElementsAre("slip"));
}

TEST_F(Taking, WantsAnIdOfTheRoster) {
  add("x/tp1/nll.cpp");
  order_.assignments = {{"x", "s9"}};
  EXPECT_THAT(thrown<IntakeError>([&] { (void)take_in(order_); }),
              HasSubstr("no student of that id"));
}

TEST_F(Taking, TakesNeitherOfTwoUploadsOfOneStudent) {
  add("s1/tp1/nll.cpp", "1");
  add("s1.zip", pack({{"tp1/nll.cpp", "2"}}));
  const Intake found = take_in(order_);
  EXPECT_THAT(found.hand_ins, IsEmpty());
  EXPECT_THAT(labels(found.conflicts), ElementsAre("s1", "s1.zip"));
  EXPECT_EQ(found.conflicts[0].student, "s1");
  EXPECT_EQ(found.without_upload.size(), 2U);
}

TEST_F(Taking, TellsUploadsOfOneLabelApartByTheirSource) {
  test::write(folder_ / "one/s1/tp1/nll.cpp", "1");
  test::write(folder_ / "two/s1/tp1/nll.cpp", "2");
  order_.sources = {folder_ / "one", folder_ / "two"};
  order_.assignments = {{"one/s1", "-"}};
  const Intake found = take_in(order_);
  ASSERT_THAT(ids(found.hand_ins), ElementsAre("s1"));
  EXPECT_EQ(found.hand_ins[0].placement.taken[0].text, "2");
  EXPECT_THAT(found.unused, IsEmpty());
}

TEST_F(Taking, LetsTheInstructorDecideBetweenTwo) {
  add("Ada King_7_assignsubmission_file_/tp1/nll.cpp", "1");
  add("s1/tp1/nll.cpp", "2");
  order_.assignments = {{"Ada King_7", "s1"}};
  Intake found = take_in(order_);
  ASSERT_THAT(ids(found.hand_ins), ElementsAre("s1"));
  EXPECT_EQ(found.hand_ins[0].placement.taken[0].text, "1");
  EXPECT_THAT(labels(found.left_out), ElementsAre("s1"));
  order_.assignments = {{"Ada King_7", "-"}};
  found = take_in(order_);
  ASSERT_THAT(ids(found.hand_ins), ElementsAre("s1"));
  EXPECT_EQ(found.hand_ins[0].placement.taken[0].text, "2");
  order_.assignments = {{"Ada King_7", "s1"}, {"s1", "s1"}};
  EXPECT_EQ(take_in(order_).conflicts.size(), 2U);
}

TEST_F(Taking, LetsCanvasDecideBetweenTwoDownloads) {
  roster_ = roster::Roster::parse(
      "Student,ID,SIS User ID,SIS Login ID,Section\n\"King, Ada\",34,100,ada,A\n", "canvas.csv");
  test::write(folder_ / "old/kingada_34_900_nll.zip", pack({{"tp1/nll.cpp", "old"}}));
  test::write(folder_ / "new/kingada_34_950_nll.zip", pack({{"tp1/nll.cpp", "new"}}));
  order_.sources = {folder_ / "new", folder_ / "old"};
  const Intake found = take_in(order_);
  ASSERT_THAT(ids(found.hand_ins), ElementsAre("100"));
  EXPECT_EQ(found.hand_ins[0].placement.taken[0].text, "new");
  EXPECT_THAT(labels(found.left_out), ElementsAre("kingada_34"));
  EXPECT_THAT(found.left_out[0].reason, HasSubstr("it came later"));
  order_.assignments = {{"new/kingada_34", "100"}, {"old/kingada_34", "100"}};
  ASSERT_THAT(ids(take_in(order_).hand_ins), ElementsAre("100"));
  EXPECT_EQ(take_in(order_).hand_ins[0].placement.taken[0].text, "new");
  order_.assignments = {{"old/kingada_34", "100"}};
  EXPECT_EQ(take_in(order_).hand_ins[0].placement.taken[0].text, "old");
  EXPECT_THAT(take_in(order_).left_out[0].reason, HasSubstr("--assign says so"));
  order_.assignments = {};
  // Of a folder nobody says when it came.
  add("100/tp1/nll.cpp");
  order_.sources = {folder_ / "new", folder_ / "in"};
  EXPECT_EQ(take_in(order_).conflicts.size(), 2U);
}

TEST_F(Taking, NamesTheStudentOfARefusedUpload) {
  add("s1.zip", "no zip");
  add("s2/tp1/nll.cpp", std::string(300'000, ' '));
  const Intake found = take_in(order_);
  ASSERT_THAT(labels(found.refused), ElementsAre("s1", "s2"));
  EXPECT_EQ(found.refused[0].student, "s1");
  EXPECT_THAT(found.refused[1].reason, HasSubstr("larger than 256 KiB"));
  EXPECT_EQ(found.without_upload.size(), 1U);
}

TEST_F(Taking, MakesIdsOfLabelsWithoutARoster) {
  order_.roster = nullptr;
  add("Zo\u00eb de la Cruz_12_assignsubmission_file_/tp1/nll.cpp");
  add("..hidden/tp1/nll.cpp");
  add("-rf/tp1/nll.cpp");
  const Intake found = take_in(order_);
  EXPECT_THAT(ids(found.hand_ins), ElementsAre("Zo_de_la_Cruz_12", "hidden", "rf"));
  EXPECT_EQ(found.hand_ins[0].student.moodle_id, "12");
  EXPECT_EQ(found.hand_ins[0].student.name, "Zo\u00eb de la Cruz");
}

TEST_F(Taking, TakesNeitherOfTwoLabelsThatMakeOneId) {
  order_.roster = nullptr;
  add("a b/tp1/nll.cpp");
  add("A?b/tp1/nll.cpp");
  const Intake found = take_in(order_);
  EXPECT_THAT(found.hand_ins, IsEmpty());
  EXPECT_EQ(found.conflicts.size(), 2U);
  order_.assignments = {{"a b", "ada"}};
  EXPECT_THAT(ids(take_in(order_).hand_ins), ElementsAre("A_b", "ada"));
  order_.assignments = {{"a b", "../ada"}};
  EXPECT_THAT(thrown<IntakeError>([&] { (void)take_in(order_); }),
              HasSubstr("cannot be the name of a folder"));
}

TEST_F(Taking, IsCompleteWhenNothingIsOpen) {
  order_.roster = nullptr;
  order_.wanted.labs = {find_lab("tp1")};
  for (const Exercise& e : find_lab("tp1")->exercises) add("ada/" + std::string(e.file));
  EXPECT_TRUE(take_in(order_).is_complete());
  add("notes.txt");
  EXPECT_FALSE(take_in(order_).is_complete());
}

}  // namespace
}  // namespace gradus::intake
