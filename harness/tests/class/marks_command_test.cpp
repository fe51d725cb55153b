// From a graded class to the file that a platform takes, with the real program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/judge/grading.hpp"

namespace gradus::judge {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A class whose files are judged in no time, since none compiles.
class MarksOf : public Grade {
 protected:
  MarksOf() {
    for (const std::string id : {"ada", "bob"}) {
      fs::create_directories(folder_ / "class" / id / "tp1");
      std::ofstream(folder_ / "class" / id / "tp1/softmax.cpp") << "int " << id << " = ;\n";
    }
    write("roster.csv", "id,name\nada,Ada Lovelace\nbob,Bob Noyce\ndan,Dan Dare\n");
    write("late.txt", "policy tp1 10% per day\nlate ada tp1 1 day\n");
    write("override.txt", "ada tp1.nll +3 \"on paper\"\nbob tp1 excused \"ill\"\n");
    const Grading run = gradus({"grade", at("class"), "--roster", at("roster.csv"), "--lab", "tp1",
                                "--no-mnist", "--seed", "99", "--out", at("run")});
    EXPECT_EQ(run.status, 0) << run.errors;
  }

  [[nodiscard]] std::string at(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }
  [[nodiscard]] Grading publish(const std::vector<std::string>& options = {}) const {
    std::vector<std::string> arguments = {"publish", at("run"), "--out", at("marks")};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return gradus(arguments);
  }
  [[nodiscard]] Grading publish_with_ledgers() const {
    return publish({"--late", at("late.txt"), "--override", at("override.txt")});
  }
};

TEST_F(MarksOf, AClassArePublishedAndProvedLater) {
  const Grading published = publish_with_ledgers();
  EXPECT_EQ(published.status, 0) << published.errors;
  EXPECT_THAT(published.output, HasSubstr("publication 1"));
  EXPECT_EQ(fs::status(folder_ / "marks").permissions(), fs::perms::owner_all);
  const std::string csv = test::content(folder_ / "marks/marks.csv");
  EXPECT_THAT(csv, AllOf(HasSubstr("tp1,,,ada,Ada Lovelace,,,0.00,0.30,2.70,18.00,"),
                         HasSubstr(",excused\n"), HasSubstr(",nothing_handed_in\n")));
  EXPECT_THAT(test::content(folder_ / "marks/summary.txt"), HasSubstr("on paper"));

  const Grading sound = gradus({"audit", at("run"), "--marks", at("marks/marks.csv")});
  EXPECT_EQ(sound.status, 0) << sound.output;
  EXPECT_THAT(sound.output, HasSubstr("is publication 1"));
  write("marks/marks.csv", csv + "\n");
  EXPECT_EQ(gradus({"audit", at("run"), "--marks", at("marks/marks.csv")}).status, 1);
}

TEST_F(MarksOf, AnEarlierRunAreNotLoweredUnlessAsked) {
  ASSERT_EQ(publish_with_ledgers().status, 0);
  const Grading kept = publish({"--after", at("run")});
  EXPECT_EQ(kept.status, 0) << kept.errors;
  EXPECT_THAT(kept.output, HasSubstr("0 higher, 0 lower, 2 the same"));
  const Grading lowered = publish({"--after", at("run"), "--lower"});
  EXPECT_THAT(lowered.output, AllOf(HasSubstr("1 lower"), HasSubstr("ada  tp1  2.7 -> 0")));
}

TEST_F(MarksOf, ALedgerThatIsWrongAreNotPublished) {
  write("late.txt", "late eve tp1 1 day\n");
  const Grading wrong = publish_with_ledgers();
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.errors, HasSubstr("late.txt, line 1: expected the id of a student"));
  EXPECT_EQ(publish({"--late", at("nowhere.txt")}).status, 2);
  EXPECT_EQ(publish({"--lower"}).status, 2);
  EXPECT_EQ(publish({"--after", at("run")}).status, 2) << "nothing was published yet";
  EXPECT_EQ(gradus({"audit", at("run")}).status, 2);
  EXPECT_EQ(gradus({"export", at("run"), "csv", "--out", at("x.csv")}).status, 2);
  EXPECT_EQ(gradus({"publish", at("class"), "--out", at("marks")}).status, 2);
  EXPECT_FALSE(fs::exists(folder_ / "marks/marks.csv"));
}

TEST_F(MarksOf, AClassAreFilledIntoThePlatformsFiles) {
  ASSERT_EQ(publish_with_ledgers().status, 0);
  write("canvas.csv",
        "Student,ID,SIS Login ID,Section,TP1 (4711)\n    Points Possible,,,,18.00\n"
        "\"Lovelace, Ada\",1,ada,M1,\n\"Noyce, Bob\",2,bob,M1,\n");
  const Grading canvas =
      gradus({"export", at("run"), "canvas", "--in", at("canvas.csv"), "--out", at("upload.csv")});
  EXPECT_EQ(canvas.status, 0) << canvas.errors;
  EXPECT_THAT(canvas.output, StartsWith("2 changes\n  ada, Ada Lovelace: 2.70\n"));
  EXPECT_THAT(test::content(folder_ / "upload.csv"),
              AllOf(HasSubstr(",ada,M1,2.70\n"), HasSubstr(",bob,M1,EX\n")));

  write("worksheet.csv",
        "Identifier,Full name,Status,Grade,Maximum grade,Grade can be changed,Last modified "
        "(grade),Feedback comments\nParticipant 12,Ada Lovelace,x,,18.00,Yes,-,\n");
  const Grading moodle = gradus({"export", at("run"), "moodle", "--in", at("worksheet.csv"),
                                 "--out", at("upload.csv"), "--comments"});
  EXPECT_EQ(moodle.status, 0) << moodle.errors;
  EXPECT_THAT(test::content(folder_ / "upload.csv"),
              AllOf(HasSubstr(",2.70,18.00,"), HasSubstr("Gradus: tp1"), HasSubstr("on paper")));

  const Grading wrong =
      gradus({"export", at("run"), "moodle", "--in", at("canvas.csv"), "--out", at("upload.csv")});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.errors, HasSubstr("canvas.csv: this is no grading worksheet"));

  const Grading zip = gradus({"export", at("run"), "moodle-feedback", "--in", at("worksheet.csv"),
                              "--out", at("feedback.zip")});
  EXPECT_EQ(zip.status, 0) << zip.errors;
  const auto unpacked =
      test::run_program({"python3", "-c",
                         "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n"
                         "print(z.testzip(), z.namelist(), z.read(z.namelist()[0]).decode())",
                         at("feedback.zip")});
  EXPECT_THAT(unpacked.output,
              AllOf(StartsWith("None ['Ada Lovelace_12_assignsubmission_file_/gradus-tp1.txt']"),
                    HasSubstr("2.7 of 18"), HasSubstr("did not build"), Not(HasSubstr("99"))));
}

TEST_F(MarksOf, ARunThatIsGradedAgainComeOutAlike) {
  const Grading again = gradus({"regrade", at("run"), "--out", at("again")});
  EXPECT_EQ(again.status, 0) << again.errors;
  EXPECT_THAT(again.output, HasSubstr("3 students, 2 handed in, 2 different submissions"));
  const Grading alike = gradus({"diff", at("run"), at("again")});
  EXPECT_EQ(alike.status, 0) << alike.errors;
  EXPECT_THAT(alike.output, StartsWith("0 up, 0 down, 0 flagged, 0 with the same points for other "
                                       "checks, 2 alike\n"));
  EXPECT_EQ(gradus({"regrade", at("run"), "--out", at("again")}).status, 0) << "goes on";
  EXPECT_EQ(gradus({"regrade", at("run"), "--out", at("again"), "--seed", "7"}).status, 2);
  EXPECT_EQ(gradus({"regrade", at("run"), "--out", at("run")}).status, 2);
  EXPECT_EQ(gradus({"regrade", at("class"), "--out", at("other")}).status, 2);
}

}  // namespace
}  // namespace gradus::judge
