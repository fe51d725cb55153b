#include "marks/neutral.hpp"

#include <algorithm>

#include "marks/error.hpp"
#include "marks/points.hpp"
#include "report/escape.hpp"
#include "table/csv.hpp"
#include "table/formula.hpp"

namespace gradus::marks {
namespace {

/// Without a list of students an id is a folder's name, which may be any bytes.
std::string text_cell(const std::string& text) {
  return table::as_text_cell(report::visible(text));
}

std::string without_apostrophe(const std::string& cell) {
  return cell.starts_with('\'') ? cell.substr(1) : cell;
}

const std::vector<std::string> kColumns = {"assignment",
                                           "duedate",
                                           "timestamp",
                                           "student_id",
                                           "last_name",
                                           "first_name",
                                           "email",
                                           "raw_score",
                                           "late_submission_penalty",
                                           "score",
                                           "max_score",
                                           "run_id",
                                           "submission_sha256",
                                           "harness_build",
                                           "state"};

std::size_t column(const table::Table& table, const std::string& name) {
  const auto found = std::find(table.header.begin(), table.header.end(), name);
  if (found == table.header.end()) throw MarksError("a marks.csv has a column " + name);
  return static_cast<std::size_t>(found - table.header.begin());
}

EarlierMarks marks_in(const table::Table& table) {
  const std::size_t lab = column(table, "assignment");
  const std::size_t student = column(table, "student_id");
  const std::size_t score = column(table, "score");
  const std::size_t run = column(table, "run_id");
  EarlierMarks marks;
  for (const auto& row : table.rows) {
    marks.run = row[run];
    if (row[score].empty()) continue;
    const auto points = points_in(row[score]);
    if (!points) throw MarksError("in a marks.csv a score reads 12.50, not " + row[score]);
    marks.marks[{without_apostrophe(row[student]), row[lab]}] = *points;
  }
  return marks;
}

}  // namespace

std::string marks_csv(const Run& run, const std::vector<StudentMarks>& marks) {
  table::Table table;
  table.header = kColumns;
  for (const StudentMarks& of : marks) {
    for (const LabMark& m : of.labs) {
      const auto number = [&](Points points) {
        return m.has_number() ? table::number(points) : std::string();
      };
      table.rows.push_back({m.lab, "", "", text_cell(of.student.id), text_cell(of.student.name), "",
                            text_cell(of.student.email), number(m.raw), number(m.late),
                            number(m.mark), table::number(m.out_of), run.name, of.submission,
                            run.terms.build, std::string(name(m.state))});
    }
  }
  return table::write_table(table);
}

EarlierMarks read_marks_csv(const std::string& text) {
  try {
    return marks_in(table::parse_table(text));
  } catch (const table::TableError& e) {
    throw MarksError(e.what());
  }
}

}  // namespace gradus::marks
