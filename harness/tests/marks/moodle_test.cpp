#include "marks/moodle.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/marks/python_csv.hpp"
#include "tests/marks/sample.hpp"
#include "tests/support/refusal.hpp"

namespace gradus::marks {
namespace {

using gradus::test::refusal;
using test::marks_with;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Key;

const std::string kEnglish =
    "\ufeffIdentifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum grade\",\"Grade can "
    "be "
    "changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n";

const std::string kRows =
    "\"Participant 12\",\"Ada Lovelace\",ada@x.fr,\"Submitted for grading - "
    "\",,20.00,Yes,\"Friday, "
    "2 October 2026, 3:04 PM\",-,\n"
    "\"Participant 13\",\"Bob Noyce\",bob@x.fr,\"Submitted for grading - Graded\",11.50,20.00,Yes,"
    "\"Friday, 2 October 2026, 3:05 PM\",\"Monday, 5 October 2026, 9:00 AM\",\"<p>Well done</p>\"\n"
    "\"Participant 14\",\"Cyd Charisse\",cyd@x.fr,\"No submission\",,20.00,Yes,-,-,\n"
    "\"Participant 15\",\"Dan Dare\",dan@x.fr,\"No submission\",,20.00,No,-,-,\n"
    "\"Participant 16\",\"=Grace Hopper\",grace@x.fr,\"No submission\",,20.00,Yes,-,-,\n";

Filled fill(const std::string& bytes, const WorksheetOptions& options = {},
            const std::string& overrides = "") {
  return fill_worksheet(bytes, marks_with("", overrides), "tp1", options);
}

std::string refusal_of(const std::string& bytes, const WorksheetOptions& options = {}) {
  return refusal([&] { static_cast<void>(fill(bytes, options)); });
}

std::string grade_of(const Filled& filled, std::size_t row, std::size_t column,
                     const std::string& separator = ",") {
  return test::python_rows(filled.bytes, separator, "utf-8-sig").at(row).at(column);
}

TEST(Moodle, GetsTheGradesAndNothingElseChanges) {
  const Filled filled = fill(kEnglish + kRows);
  const auto before = test::python_rows(kEnglish + kRows, ",", "utf-8-sig");
  auto after = test::python_rows(filled.bytes, ",", "utf-8-sig");
  EXPECT_EQ(after[1][4], "7.00");
  EXPECT_EQ(after[2][4], "4.00");
  after[1][4] = "";
  after[2][4] = "11.50";
  EXPECT_EQ(after, before);
  EXPECT_TRUE(filled.bytes.starts_with("\ufeff"));
  EXPECT_THAT(filled.changes,
              ElementsAre("ada, Ada Lovelace: 7.00", "bob, Bob Noyce: 4.00 in place of \"11.50\""));
  EXPECT_THAT(filled.left,
              ElementsAre("cyd, Cyd Charisse: held back",
                          "dan, Dan Dare: Moodle says that this grade may not be changed",
                          "\"Participant 16\", \"=Grace Hopper\" of the file: not in this run"));
}

TEST(Moodle, WritesNothingAnewThatIsThere) {
  const Filled filled = fill(kEnglish + "Participant 12,Ada Lovelace,,x,7,20.00,Yes,-,-,\n");
  EXPECT_THAT(filled.changes, IsEmpty());
  EXPECT_EQ(grade_of(filled, 1, 4), "7");
}

TEST(Moodle, IsFilledInWhateverItsLanguage) {
  const Filled french = fill(
      "\ufeffIdentifiant;Nom complet;Adresse de courriel;Statut;Note;Note maximale;La note peut "
      "\u00eatre modifi\u00e9e;Derni\u00e8re modification (travail remis);Derni\u00e8re "
      "modification (note);Commentaires\r\n"
      "Participant 12;Ada Lovelace;;Remis;;20,00;Oui;lundi 5 octobre 2026, 09:00;-;\r\n"
      "Participant 15;Dan Dare;;;;20,00;Non;-;-;\r\n");
  EXPECT_EQ(grade_of(french, 1, 4, ";"), "7,00");
  EXPECT_THAT(french.left, Contains(HasSubstr("dan, Dan Dare: Moodle says")));
  EXPECT_THAT(french.bytes, HasSubstr("\r\n"));

  const Filled hebrew = fill(
      "\u05de\u05d6\u05d4\u05d4,\u05e9\u05dd,\u05de\u05e6\u05d1,\u05e6\u05d9\u05d5\u05df,"
      "\u05de\u05e8\u05d1,\u05e0\u05d9\u05ea\u05df,\u05d4,\u05d3\n"
      "\u05de\u05e9\u05ea\u05ea\u05e3 12,Ada Lovelace,,,20,\u05db\u05df,-,-\n");
  EXPECT_EQ(grade_of(hebrew, 1, 3), "7.00");
  EXPECT_THAT(hebrew.left, Contains(HasSubstr("was not understood")));
}

TEST(Moodle, IsFilledInWithAWorkflowStateAndATeam) {
  const Filled filled = fill(
      "Identifier,Full name,Status,Group,Marker,Grade,Maximum grade,Marking workflow state,Grade "
      "can "
      "be changed,Last modified (submission),Online text,Last modified (grade),Feedback comments\n"
      "Participant 12,Ada Lovelace,x,Group 2,,,20.00,Not marked,Yes,-,,-,\n"
      "Participant 13,Bob Noyce,x,Group 3,,,20.00,Released,No,-,my text 2,-,\n",
      {"", '.', [](const StudentMarks&) { return "text"; }});
  EXPECT_EQ(grade_of(filled, 1, 5), "7.00");
  EXPECT_EQ(grade_of(filled, 1, 7), "Not marked");
  EXPECT_EQ(grade_of(filled, 1, 12), "Gradus: text");
  EXPECT_EQ(grade_of(filled, 2, 5), "") << "may not be changed";
}

TEST(Moodle, UsesTheDecimalSignOfTheFileElseTheOneAsked) {
  const auto with = [](const std::string& grade, const std::string& maximum) {
    return kEnglish + "Participant 12,Ada Lovelace,,x," + grade + "," + maximum + ",Yes,-,-,\n";
  };
  EXPECT_EQ(grade_of(fill(with("", "\"20,00\"")), 1, 4), "7,00");
  EXPECT_EQ(grade_of(fill(with("\"3,5\"", "20")), 1, 4), "7,00");
  EXPECT_EQ(grade_of(fill(with("", "20.00"), {"", ',', {}}), 1, 4), "7.00");
  EXPECT_EQ(grade_of(fill(with("", "20"), {"", ',', {}}), 1, 4), "7,00");
  EXPECT_EQ(grade_of(fill(with("", "20")), 1, 4), "7.00");
}

TEST(Moodle, LeavesWhoIsExcusedBecauseAWorksheetCannotSaySo) {
  const Filled filled = fill(kEnglish + kRows, WorksheetOptions{}, "bob tp1 excused \"ill\"");
  EXPECT_EQ(grade_of(filled, 2, 4), "11.50");
  EXPECT_THAT(filled.left, Contains(HasSubstr("bob, Bob Noyce: excused")));
}

TEST(Moodle, WritesCommentsAsHtmlAndLeavesThoseOfPeople) {
  const WorksheetOptions options{"", '.',
                                 [](const StudentMarks&) { return std::string("=1 < 2 &\nmore"); }};
  const Filled filled = fill(kEnglish + kRows, options);
  EXPECT_EQ(grade_of(filled, 1, 9), "Gradus: =1 &lt; 2 &amp;<br />more");
  EXPECT_EQ(grade_of(filled, 2, 9), "<p>Well done</p>");
  EXPECT_EQ(grade_of(filled, 3, 9), "") << "held back";
  EXPECT_THAT(filled.left, Contains("bob, Bob Noyce: the comment that somebody wrote stays"));
  const Filled again =
      fill(filled.bytes, {"", '.', [](const StudentMarks&) { return std::string("new"); }});
  EXPECT_EQ(grade_of(again, 1, 9), "Gradus: new");
}

TEST(Moodle, TakesNoCommentForADate) {
  const Filled filled =
      fill(kEnglish + "Participant 12,Ada Lovelace,,x,,20.00,Yes,-,-,see page 2\n",
           {"", '.', [](const StudentMarks&) { return "text"; }});
  EXPECT_THAT(filled.left, Contains("ada, Ada Lovelace: the comment that somebody wrote stays"));
}

TEST(Moodle, SaysWhereThereIsNoRoomForComments) {
  const Filled filled = fill(
      "Identifier,Full name,Status,Grade,Maximum grade,Grade can be changed,Last modified "
      "(grade)\nParticipant 12,Ada Lovelace,x,,20.00,Yes,-\n",
      {"", '.', [](const StudentMarks&) { return "text"; }});
  EXPECT_EQ(grade_of(filled, 1, 3), "7.00");
  EXPECT_THAT(filled.left, Contains(HasSubstr("no column for them")));
}

TEST(Moodle, RefusesAMaximumThatIsNotOurs) {
  EXPECT_THAT(
      refusal_of(kEnglish + "Participant 12,Ada Lovelace,,x,,100.00,Yes,-,-,\n"),
      HasSubstr("the maximum grade of this assignment is 100, and tp1 of this run is worth 20"));
}

TEST(Moodle, RefusesOtherFiles) {
  for (const std::string& bytes :
       {std::string("id,name\nada,Ada\n"), kEnglish, std::string("First name,Grade\nAda,3\n"),
        kEnglish + "Participant 12,Ada,,x,,\"Bad\nGood\",Yes,-,-,\n",
        kEnglish + "ada,Ada,,x,,20.00,Yes,-,-,\n",
        kEnglish + "Participant 12,Ada,,x,30.00,20.00,Yes,-,-,\n"}) {
    EXPECT_THAT(refusal_of(bytes), HasSubstr("no grading worksheet of Moodle")) << bytes;
  }
  EXPECT_NE(refusal_of("\""), "");
}

TEST(Moodle, AsksWhereTwoColumnsMayHoldTheGrades) {
  const std::string sheet =
      "Identifier,Full name,Year,Level,Track,Grade,Maximum grade,Grade can be changed,Graded\n"
      "Participant 12,Ada Lovelace,1,5,Science,,20.00,Yes,-\n";
  EXPECT_THAT(refusal_of(sheet), HasSubstr("\"Year\" and \"Grade\""));
  EXPECT_EQ(grade_of(fill(sheet, {"Grade", '.', {}}), 1, 5), "7.00");
}

TEST(Moodle, TellsStudentsByTheirNumbersOnlyWhereNothingElseIsThere) {
  auto run = test::sample_run();
  for (gradebook::HandIn& hand_in : run.class_list) {
    hand_in.student.moodle_id = hand_in.student.id == "ada" ? "13" : "";
  }
  const auto all = marks(run, {}, {}, {});
  const Filled blind = fill_worksheet(
      "Identifier,Status,Grade,Maximum grade,Grade can be changed,Last modified (grade)\n"
      "Participant 12,x,,20.00,Yes,-\nParticipant 13,x,,20.00,Yes,-\n",
      all, "tp1", {});
  EXPECT_EQ(grade_of(blind, 1, 2), "");
  EXPECT_EQ(grade_of(blind, 2, 2), "7.00");
  EXPECT_THAT(blind.left.front(), HasSubstr("by their participant numbers alone"));
  // Participant 13 of another assignment is Bob here.
  const Filled named = fill_worksheet(kEnglish + kRows, all, "tp1", {});
  EXPECT_EQ(grade_of(named, 1, 4), "7.00");
  EXPECT_EQ(grade_of(named, 2, 4), "4.00");
}

TEST(MoodleFeedback, LiesInFoldersThatMoodleTakesApartAgain) {
  auto run = test::sample_run();
  run.class_list[1].student.name = "";
  const Feedback feedback =
      moodle_feedback(kEnglish +
                          "Participant 12,Ada Lovelace,,x,,20.00,Yes,-,-,\n"
                          "Participant 13,../B_o\x1b/b:_,bob@x.fr,x,,20.00,Yes,-,-,\n"
                          "Participant 14,Cyd Charisse,,x,,20.00,Yes,-,-,\n",
                      marks(run, {}, {}, {}), "tp1", "tp1.txt",
                      [](const StudentMarks& of) { return "for " + of.student.id; });
  EXPECT_THAT(
      feedback.files,
      ElementsAre(testing::Pair("Ada Lovelace_12_assignsubmission_file_/tp1.txt", "for ada"),
                  testing::Pair("B o x1b b_13_assignsubmission_file_/tp1.txt", "for bob")));
  EXPECT_THAT(feedback.left,
              ElementsAre("dan, Dan Dare: not in the file", "cyd, Cyd Charisse: held"));
}

}  // namespace
}  // namespace gradus::marks
