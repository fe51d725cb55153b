#pragma once

#include <string>
#include <vector>

#include "marks/marks.hpp"

namespace gradus::marks {

/// marks.csv: a row for each student and lab, for scripts and for the record. Its columns are those
/// of nbgrader's export, then what the marks rest on.
///
/// A mark that is held back or excused is an empty cell. What is not known (the date of the
/// hand-in) is empty too, and a whole name stands under last_name. Text that a spreadsheet would
/// take for a formula has an apostrophe before it. The same marks give the same bytes.
[[nodiscard]] std::string marks_csv(const Run& run, const std::vector<StudentMarks>& marks);

/// The marks that a marks.csv tells of.
/// \throws MarksError if the text is none
[[nodiscard]] EarlierMarks read_marks_csv(const std::string& text);

}  // namespace gradus::marks
