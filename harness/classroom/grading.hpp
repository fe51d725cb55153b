#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "classroom/desk.hpp"
#include "gradebook/gradebook.hpp"

namespace gradus::classroom {

/// How far a run is, for a progress line.
struct Standing {
  std::size_t done = 0;
  std::size_t all = 0;
  std::chrono::seconds left{0};  ///< as far as the pace so far tells
};

/// Judges every submission of a run of which nothing is kept yet, several at a time, and keeps each
/// outcome at once. A judge that dies costs its own submission alone: it is tried once more, then
/// the failure is kept in place of a report.
/// \param program the grader
/// \param jobs judges that work at a time
void grade(gradebook::Gradebook& book, const Desk& desk, const std::filesystem::path& program,
           unsigned jobs, const std::function<void(const Standing&)>& watch);

}  // namespace gradus::classroom
