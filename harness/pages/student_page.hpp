#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pages/notes.hpp"
#include "pages/run.hpp"

namespace gradus::pages {

/// How the mark of a lab came about: its lines add up to it.
struct MarkLines {
  std::string lab;
  std::string mark;  ///< as people read it: "13.5 of 20", "excused"
  std::vector<std::pair<std::string, Points>> lines;  ///< what is said, and by how much it changes
};

/// What a student's page tells.
struct StudentReport {
  std::string id;
  std::string name;  ///< may be empty
  std::vector<std::string> labs;
  State state = State::kNothingHandedIn;
  bool run_finished = true;
  const Results* results = nullptr;  ///< must be there if the work is graded
  std::vector<std::string> remarks;  ///< about what was handed in
  std::vector<MarkLines> marks;      ///< empty: marks are not out yet, points alone are shown
};

/// A student's page: one HTML file that loads nothing. It holds nothing that the student is not to
/// know: no other student, no secret seed, no word of how the grader itself failed.
[[nodiscard]] std::string student_page(const StudentReport& report, const Notes& notes);

/// What there is to tell a student of a run, points alone.
[[nodiscard]] StudentReport report_for(const Run& run, const gradebook::HandIn& student);

}  // namespace gradus::pages
