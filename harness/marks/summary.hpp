#pragma once

#include <string>
#include <vector>

#include "marks/marks.hpp"

namespace gradus::marks {

/// "12.5 of 20", or why there is no number.
[[nodiscard]] std::string mark_text(const LabMark& mark);

/// A mark and the lines that it consists of, for the student and for the instructor.
[[nodiscard]] std::string explanation(const LabMark& mark);

/// How many marks there are, and what they are like: a line for each lab.
[[nodiscard]] std::string overview(const std::vector<StudentMarks>& marks);

/// The overview, then every student's marks with their lines.
[[nodiscard]] std::string summary(const std::vector<StudentMarks>& marks);

}  // namespace gradus::marks
