#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intake/upload.hpp"

namespace gradus::intake {

/// What one SOURCE of the command line holds.
struct Source {
  std::vector<Upload> uploads;
  std::vector<std::string> loose;  ///< files that lie beside the students' folders and archives
};

/// Reads a folder or an archive and tells the students apart.
///
/// It is one of these, told by what it holds: a Gradescope export (it has submission_metadata.yml),
/// one student's work (it has labs/ or a lab's folder), a Canvas download (nothing but files with
/// Canvas' names), or else folders and archives of a student each, with Moodle's names or any
/// others. \throws IntakeError if it is none of these, or if an archive with several students is
/// damaged: who
///   is missing could not be told
[[nodiscard]] Source read_source(const std::filesystem::path& path);

}  // namespace gradus::intake
