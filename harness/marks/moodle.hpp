#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "marks/filled.hpp"
#include "marks/marks.hpp"

namespace gradus::marks {

/// How to fill a Moodle grading worksheet.
struct WorksheetOptions {
  std::string grade_column;  ///< header of the grades; empty: find them
  char decimal_sign = '.';   ///< where the file itself shows none
  /// What to write among the feedback comments of a student; none: they stay as they are.
  std::function<std::string(const StudentMarks&)> comment;
};

/// Fills the grading worksheet of a Moodle assignment, in any language: its columns are known by
/// their order and by what is in them. Only grades and, if asked, comments change; comments that
/// somebody else wrote stay.
///
/// Marks that are held back or excused (which a worksheet cannot say), and rows that Moodle says
/// may not be changed, are left and listed.
///
/// \throws MarksError if the file is no such worksheet, or its grades are out of other points
[[nodiscard]] Filled fill_worksheet(std::string_view bytes, const std::vector<StudentMarks>& marks,
                                    const std::string& lab, const WorksheetOptions& options);

/// Files for the students of an assignment.
struct Feedback {
  std::map<std::string, std::string> files;  ///< "Ada Lovelace_12_assignsubmission_file_/a.txt"
  std::vector<std::string> left;             ///< who gets none, and why
};

/// A feedback file for each student of the worksheet who has a mark, for Moodle's "Upload multiple
/// feedback files in a zip".
/// \param text of a student's file
/// \throws MarksError if the file is no worksheet
[[nodiscard]] Feedback moodle_feedback(std::string_view worksheet,
                                       const std::vector<StudentMarks>& marks,
                                       const std::string& lab, const std::string& file_name,
                                       const std::function<std::string(const StudentMarks&)>& text);

}  // namespace gradus::marks
