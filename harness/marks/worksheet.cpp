#include "marks/worksheet.hpp"

#include <algorithm>
#include <map>

#include "marks/error.hpp"
#include "marks/points.hpp"
#include "roster/columns.hpp"
#include "roster/fold.hpp"

namespace gradus::marks {
namespace {

using roster::tidy;
using table::Table;

/// Whether all cells of a column, of which there must be one, are like this.
template <typename Like>
bool all_cells(const Table& table, std::size_t column, Like like) {
  return column < table.header.size() && !table.rows.empty() &&
         std::all_of(table.rows.begin(), table.rows.end(),
                     [&](const auto& row) { return like(tidy(row[column])); });
}

bool has_digit(const std::string& cell) {
  return cell.find_first_of("0123456789") != std::string::npos;
}

/// "Yes", "Nicht bewertet": no number, no date and no "-" for a missing one.
bool is_word(const std::string& cell) { return !cell.empty() && cell != "-" && !has_digit(cell); }

bool is_date(const std::string& cell) {
  constexpr std::size_t kLongest = 100;
  return cell == "-" || (has_digit(cell) && cell.size() <= kLongest && cell.find('<') == cell.npos);
}

/// The maximum, if this may be its column: the same number in every row.
std::optional<Points> same_number(const Table& table, std::size_t column) {
  if (table.rows.empty() || column >= table.header.size()) return std::nullopt;
  const auto first = points_of(table.rows.front()[column]);
  const bool same = first && *first > 0 && all_cells(table, column, [&](const std::string& cell) {
                      return points_of(cell) == first;
                    });
  return same ? first : std::nullopt;
}

bool may_be_grades(const Table& table, std::size_t column, Points most) {
  return all_cells(table, column, [&](const std::string& cell) {
    const auto points = points_of(cell);
    return cell.empty() || cell == "-" || (points && *points <= most);
  });
}

std::vector<std::size_t> grade_columns(const Table& table, const std::string& wanted) {
  std::vector<std::size_t> found;
  for (std::size_t c = 2; c < table.header.size(); ++c) {
    const auto most = same_number(table, c + 1);
    const auto is = [](const std::string& cell) { return is_word(cell); };
    if (!most || !may_be_grades(table, c, *most) || !all_cells(table, c + 2, is)) continue;
    if (wanted.empty() || tidy(table.header[c]) == tidy(wanted)) found.push_back(c);
  }
  return found;
}

std::optional<std::size_t> comments_column(const Table& table, std::size_t first) {
  std::vector<std::size_t> dates;
  for (std::size_t c = first; c < table.header.size(); ++c) {
    if (all_cells(table, c, is_date)) dates.push_back(c);
  }
  if (dates.empty()) return std::nullopt;
  // When it was submitted, if anything could be, and when it was graded.
  const std::size_t graded = dates[std::min<std::size_t>(1, dates.size() - 1)];
  if (graded + 1 >= table.header.size()) return std::nullopt;
  return graded + 1;
}

std::optional<char> sign_in(const Table& table, std::size_t column) {
  for (const auto& row : table.rows) {
    for (const char sign : {'.', ','}) {
      if (row[column].find(sign) != std::string::npos) return sign;
    }
  }
  return std::nullopt;
}

bool has_participants(const Table& table) {
  return all_cells(table, 0, [](const std::string& cell) {
    const std::string number = roster::participant_number(cell);
    return !number.empty() && number.size() < cell.size();
  });
}

}  // namespace

Worksheet read_worksheet(Table table, const std::string& grade_column) {
  const std::vector<std::size_t> grades =
      has_participants(table) ? grade_columns(table, grade_column) : std::vector<std::size_t>();
  if (grades.empty()) {
    throw MarksError(
        "this is no grading worksheet of Moodle, in which each row begins with a text such as "
        "\"Participant 12\", and grade, maximum grade and whether it can be changed stand side by "
        "side. Take the file of View all submissions, Download grading worksheet. (An assignment "
        "with a scale or a rubric has none that marks can be filled into.)");
  }
  if (grades.size() > 1) {
    throw MarksError("two columns of this worksheet may hold the grades, \"" +
                     table.header[grades[0]] + "\" and \"" + table.header[grades[1]] +
                     "\". Say which with --column.");
  }
  Worksheet sheet;
  sheet.grade = grades.front();
  sheet.maximum = sheet.grade + 1;
  sheet.out_of = *same_number(table, sheet.maximum);
  const bool workflow = all_cells(table, sheet.maximum + 2, is_word);
  sheet.changeable = sheet.maximum + (workflow ? 2 : 1);
  sheet.comments = comments_column(table, sheet.changeable + 1);
  sheet.decimal_sign = sign_in(table, sheet.maximum);
  if (!sheet.decimal_sign) sheet.decimal_sign = sign_in(table, sheet.grade);
  sheet.table = std::move(table);
  return sheet;
}

Rows find_rows(const Worksheet& sheet, const std::vector<StudentMarks>& students) {
  Rows rows = find_rows(sheet.table, {1, sheet.grade, std::nullopt}, students);
  const bool anybody =
      std::any_of(rows.of.begin(), rows.of.end(), [](const auto& row) { return row.has_value(); });
  if (anybody) return rows;
  std::map<std::string, std::size_t> by_number;
  for (std::size_t r = 0; r < sheet.table.rows.size(); ++r) {
    by_number.emplace(roster::participant_number(tidy(sheet.table.rows[r][0])), r);
  }
  Rows numbered;
  numbered.problems.emplace_back(
      "Students could be told by their participant numbers alone, which are other ones in every "
      "assignment. Make sure that the class list was made from a worksheet of this one");
  for (const StudentMarks& of : students) {
    const auto found = by_number.find(of.student.moodle_id);
    numbered.of.emplace_back();
    if (found == by_number.end() || of.student.moodle_id.empty()) {
      numbered.problems.push_back(who(of.student) + ": not in the file");
    } else {
      numbered.of.back() = found->second;
    }
  }
  return numbered;
}

}  // namespace gradus::marks
