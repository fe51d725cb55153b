#include "marks/neutral.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marks/error.hpp"
#include "table/csv.hpp"
#include "tests/marks/sample.hpp"

namespace gradus::marks {
namespace {

using test::marks_with;

std::string csv(const std::string& late, const std::string& overrides) {
  return marks_csv(test::sample_run(), marks_with(late, overrides));
}

TEST(MarksCsv, HasARowForEachStudentAndLab) {
  EXPECT_EQ(csv("policy tp1 10% per day\nlate ada tp1 1 day", "bob tp1 excused \"ill\""),
            "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
            "late_submission_penalty,score,max_score,run_id,submission_sha256,harness_build,state\n"
            "tp1,,,ada,Ada Lovelace,,ada@x.fr,7.00,0.70,6.30,20.00,2026-09-14T08:00:00Z,aa,b0b0,"
            "graded\n"
            "tp1,,,bob,Bob Noyce,,bob@x.fr,,,,20.00,2026-09-14T08:00:00Z,bb,b0b0,excused\n"
            "tp1,,,cyd,Cyd Charisse,,cyd@x.fr,,,,20.00,2026-09-14T08:00:00Z,cc,b0b0,held\n"
            "tp1,,,dan,Dan Dare,,dan@x.fr,0.00,0.00,0.00,20.00,2026-09-14T08:00:00Z,,b0b0,"
            "nothing_handed_in\n");
}

TEST(MarksCsv, GivesASpreadsheetNoFormulaAndATerminalNoControl) {
  auto run = test::sample_run();
  run.class_list = {test::hand_in("+ada@x", "=HYPERLINK(\"http://x\",\"Ada; Lovelace\")", "aa"),
                    test::hand_in("b\xff\x1b", "@b,\n\u202eob", "bb")};
  const std::string text = marks_csv(run, marks(run, {}, {}, {}));
  const table::Table table = table::parse_table(text);
  EXPECT_EQ(table.rows[0][3], "'+ada@x");
  EXPECT_EQ(table.rows[0][4], "'=HYPERLINK(\"http://x\",\"Ada; Lovelace\")");
  EXPECT_EQ(table.rows[1][3], "b\\xff\\x1b");
  EXPECT_EQ(table.rows[1][4], "'@b,\n\\u202eob");
}

TEST(MarksCsv, IsReadBack) {
  auto run = test::sample_run();
  run.class_list[0].student.id = "+ada";
  const EarlierMarks read = read_marks_csv(marks_csv(run, marks(run, {}, {}, {})));
  EXPECT_EQ(read.run, "2026-09-14T08:00:00Z");
  EXPECT_EQ(read.marks.size(), 3U) << "what is held back has no mark";
  EXPECT_EQ(read.marks.at({"+ada", "tp1"}), 700);
  EXPECT_EQ(read.marks.at({"dan", "tp1"}), 0);
}

TEST(MarksCsv, IsNoOtherTable) {
  EXPECT_THROW(static_cast<void>(read_marks_csv("id,name\nada,Ada\n")), MarksError);
  EXPECT_THROW(static_cast<void>(read_marks_csv("\"")), MarksError);
  std::string german = csv("", "");
  german.replace(german.find("7.00,0.00,7.00"), 14, "7.00,0.00,seven");
  EXPECT_THROW(static_cast<void>(read_marks_csv(german)), MarksError);
}

}  // namespace
}  // namespace gradus::marks
