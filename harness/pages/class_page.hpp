#pragma once

#include <string>

#include "pages/notes.hpp"
#include "pages/run.hpp"
#include "pages/statistics.hpp"

namespace gradus::pages {

/// The page of a student, seen from the class's page.
[[nodiscard]] std::string student_file(const std::string& id);

/// The instructor's page of a run: how the class did, what to teach next, what to look at. It holds
/// names and marks.
/// \param made when this page was made
[[nodiscard]] std::string class_page(const Run& run, const Statistics& statistics,
                                     const Notes& notes, const std::string& made);

}  // namespace gradus::pages
