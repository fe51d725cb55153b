#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "marks/rows.hpp"
#include "table/csv.hpp"

namespace gradus::marks {

/// Where what stands in a Moodle grading worksheet. Its headers are in the language of the site,
/// but the order is always: identifier, full name, fields that identify, status, ..., grade,
/// maximum, [workflow state], may be changed, [submitted, online text], graded, comments, ...
struct Worksheet {
  table::Table table;
  std::size_t grade = 0;
  std::size_t maximum = 0;
  std::size_t changeable = 0;
  std::optional<std::size_t> comments;
  Points out_of = 0;
  std::optional<char> decimal_sign;  ///< as the file writes numbers; nothing: none has decimals

  /// Whether nothing but a number tells who a row is about.
  [[nodiscard]] bool is_blind() const { return grade < 3; }
};

/// \param grade_column its header; empty: find it
/// \throws MarksError if the table is no worksheet
[[nodiscard]] Worksheet read_worksheet(table::Table table, const std::string& grade_column);

/// Each student's row: by name and other keys, or, where no student is known by these, by the
/// numbers that Moodle gives participants of one assignment; a problem says so.
[[nodiscard]] Rows find_rows(const Worksheet& sheet, const std::vector<StudentMarks>& students);

}  // namespace gradus::marks
