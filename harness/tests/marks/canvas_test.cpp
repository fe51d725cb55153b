#include "marks/canvas.hpp"

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

const std::string kHeader = "Student,ID,SIS User ID,SIS Login ID,Section,Notes,TP1 (4711),TP2 (12)";
const std::string kPossible = "    Points Possible,,,,,,20.00,20.00";

/// A gradebook of Canvas with these rows.
std::string gradebook(const std::string& rows, const std::string& header = kHeader,
                      const std::string& possible = kPossible) {
  return header + ",Current Score\n,,,,,,Manual Posting,,\n" + possible + ",(read only)\n" + rows;
}

const std::string kRows =
    "\"Lovelace, Ada\",101,ada,ada@x.fr,\"M1, A\",=1+1,,3,15\n"
    "\"Noyce, Bob\",102,bob,bob@x.fr,M1,,4,,20\n"
    "\"Charisse, Cyd\",103,cyd,cyd@x.fr,M1,,11,,\n"
    "\"Dare, Dan\",104,dan,dan@x.fr,M1,,,,\n"
    "\"Hopper, Grace\",105,grace,grace@x.fr,M1,,7,,\n"
    "\"Student, Test\",199,,8b1f,M1,,,,\n";

Filled fill(const std::string& bytes, const std::string& overrides = "",
            const std::string& column = "") {
  return fill_canvas(bytes, marks_with("", overrides), "tp1", column);
}

std::string refusal_of(const std::string& bytes, const std::string& column = "") {
  return refusal([&] { static_cast<void>(fill(bytes, "", column)); });
}

TEST(Canvas, GetsTheMarksAndNothingElseChanges) {
  const Filled filled = fill(gradebook(kRows));
  const auto before = test::python_rows(gradebook(kRows));
  auto after = test::python_rows(filled.bytes);
  ASSERT_EQ(after.size(), before.size());
  EXPECT_EQ(after[3][6], "7.00");
  EXPECT_EQ(after[6][6], "0.00");
  after[3][6] = "";
  after[6][6] = "";
  EXPECT_EQ(after, before);
  EXPECT_THAT(filled.changes, ElementsAre("ada, Ada Lovelace: 7.00", "dan, Dan Dare: 0.00"));
  EXPECT_THAT(filled.left, ElementsAre("cyd, Cyd Charisse: held back",
                                       "\"Hopper, Grace\" of the file: not in this run"));
}

TEST(Canvas, TakesWhatStoodThereForTheSameNumber) {
  for (const std::string cell : {"4", "4.0", "4.00", " 4,00 "}) {
    const std::string rows = "\"Noyce, Bob\",102,bob,,M1,,\"" + cell + "\",,\n";
    EXPECT_THAT(fill(gradebook(rows)).changes, IsEmpty()) << cell;
    EXPECT_EQ(test::python_rows(fill(gradebook(rows)).bytes)[3][6], cell);
  }
  EXPECT_THAT(fill(gradebook("\"Noyce, Bob\",102,bob,,M1,,4.001,,\n")).changes,
              ElementsAre("bob, Bob Noyce: 4.00 in place of \"4.001\""));
}

TEST(Canvas, WritesExForWhoIsExcusedAndLeavesThoseThatCanvasExcuses) {
  const std::string rows =
      "\"Lovelace, Ada\",101,ada,,M1,,5,,\n"
      "\"Noyce, Bob\",102,bob,,M1,,ex,,\n"
      "\"Dare, Dan\",104,dan,,M1,,EX,,\n";
  const Filled filled = fill(gradebook(rows), "ada tp1 excused \"ill\"\nbob tp1 excused \"ill\"");
  const auto after = test::python_rows(filled.bytes);
  EXPECT_EQ(after[3][6], "EX");
  EXPECT_EQ(after[4][6], "ex");
  EXPECT_EQ(after[5][6], "EX");
  EXPECT_THAT(filled.changes, ElementsAre("ada, Ada Lovelace: EX in place of \"5\""));
  EXPECT_THAT(filled.left, Contains(HasSubstr("dan, Dan Dare: excused in Canvas")));
}

TEST(Canvas, KeepsTheLayoutOfTheFileAndItsDecimalSign) {
  std::string semicolons =
      "\ufeffStudent;ID;SIS Login ID;Section;TP1 (4711)\r\n"
      "    Points Possible;;;;20,00\r\n"
      "Lovelace, Ada;101;ada;M1;\r\n";
  const Filled filled = fill(semicolons);
  semicolons.replace(semicolons.rfind(";\r\n"), 3, ";7,00\r\n");
  EXPECT_THAT(filled.bytes, HasSubstr(";M1;\"7,00\"\r\n"));
  EXPECT_EQ(test::python_rows(filled.bytes, ";", "utf-8-sig"),
            test::python_rows(semicolons, ";", "utf-8-sig"));
  EXPECT_TRUE(filled.bytes.starts_with("\ufeff"));
}

TEST(Canvas, WritesNoThousandsSeparatorAndNoExponent) {
  EXPECT_THAT(fill(gradebook(kRows), "ada tp1 = 20 \"x\"").bytes, HasSubstr(",20.00,3,15\n"));
  EXPECT_THAT(fill(gradebook(kRows), "ada tp1 = 0.05 \"x\"").bytes, HasSubstr(",0.05,3,15\n"));
}

TEST(Canvas, FindsTheAssignmentByTheLabOrByWhatIsAsked) {
  const auto filled_column = [](const std::string& titles, const std::string& column) {
    const std::string header = "Student,ID,SIS User ID,SIS Login ID,Section,Notes," + titles;
    const auto rows = test::python_rows(
        fill(gradebook("\"Lovelace, Ada\",101,ada,,M1,,,,\n", header), "", column).bytes);
    return rows[3][6].empty() ? 7 : 6;
  };
  EXPECT_EQ(filled_column("TP1 (1),TP2 (2)", ""), 6);
  EXPECT_EQ(filled_column("TP1 bis (1),tp1 (2)", ""), 7) << "equal comes before alike";
  EXPECT_EQ(filled_column("TP2 (2),Lab TP1: softmax (1)", ""), 7);
  EXPECT_EQ(filled_column("\"A linear classifier, gradients by hand (1)\",TP10 (2)", ""), 6);
  EXPECT_EQ(filled_column("First (1),Second (2)", "Second (2)"), 7);
  EXPECT_EQ(filled_column("First (1),Second (2)", "Second"), 7);
  EXPECT_EQ(filled_column("First (1),Second (2)", "1"), 6);
}

TEST(Canvas, DoesNotGuessTheAssignment) {
  const std::string identity = "Student,ID,SIS User ID,SIS Login ID,Section,Notes,";
  for (const std::string titles : {"First (1),Second (2)", "TP1 (1),tp1 (2)", "TP1,TP2 (1)",
                                   "TP1 (a),TP2 (1)", "TP11 (1),TP12 (2)"}) {
    EXPECT_THAT(refusal_of(gradebook(kRows, identity + titles)), HasSubstr("--column")) << titles;
  }
  EXPECT_THAT(refusal_of(gradebook(kRows), "TP9"), HasSubstr("\"TP1 (4711)\""));
}

TEST(Canvas, RefusesAnAssignmentThatIsWorthSomethingElseOrReadOnly) {
  EXPECT_THAT(refusal_of(gradebook(kRows, kHeader, "    Points Possible,,,,,,100.00,20.00")),
              HasSubstr("worth \"100.00\" points in Canvas, and tp1 of this run 20"));
  EXPECT_THAT(refusal_of(gradebook(kRows, kHeader, "    Points Possible,,,,,,(read only),20.00")),
              HasSubstr("read only"));
}

TEST(Canvas, RefusesOtherFiles) {
  EXPECT_THAT(refusal_of("id,name\nada,Ada\n"), HasSubstr("no gradebook of Canvas"));
  EXPECT_THAT(refusal_of("Student,ID,TP1 (1)\nAda,1,\n"), HasSubstr("no gradebook of Canvas"));
  EXPECT_THAT(refusal_of(""), HasSubstr("empty"));
}

TEST(Canvas, MatchesByAllKeysAndGuessesNothing) {
  // Two students of one name, told apart by the login; and one whose keys disagree.
  const Filled filled =
      fill(gradebook("\"Noyce, Bob\",102,x1,someone,M1,,,,\n"
                     "\"Noyce, Bob\",103,x2,bob@x.fr,M1,,,,\n"
                     "\"Lovelace, Ada\",104,x3,,M1,,,,\n"
                     "\"Byron, Ada\",105,ada,,M1,,,,\n"));
  const auto rows = test::python_rows(filled.bytes);
  EXPECT_EQ(rows[3][6], "");
  EXPECT_EQ(rows[4][6], "4.00");
  EXPECT_EQ(rows[5][6], "");
  EXPECT_EQ(rows[6][6], "");
  EXPECT_THAT(filled.left,
              Contains("ada, Ada Lovelace: more than one row of the file may be meant"));
  EXPECT_THAT(filled.left, Contains("dan, Dan Dare: not in the file"));
}

TEST(Canvas, FillsNeitherOfTwoStudentsWhomOneRowFits) {
  auto run = test::sample_run();
  run.class_list[1].student.name = "Ada Lovelace";
  run.class_list[1].student.email = "";
  run.class_list[1].student.id = "x";
  const Filled filled = fill_canvas(gradebook(kRows), marks(run, {}, {}, {}), "tp1", "");
  EXPECT_EQ(test::python_rows(filled.bytes)[3][6], "");
  EXPECT_THAT(filled.left, Contains(HasSubstr("the same row fits both")));
}

TEST(Canvas, TakesNamesInTwoColumns) {
  const Filled filled = fill(
      "LastName,FirstName,ID,SIS Login ID,Section,TP1 (1)\n    Points Possible,,,,,20\n"
      "Lovelace,Ada,101,,M1,\n");
  EXPECT_EQ(test::python_rows(filled.bytes)[2][5], "7.00");
}

}  // namespace
}  // namespace gradus::marks
