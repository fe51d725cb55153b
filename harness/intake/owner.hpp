#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "roster/roster.hpp"

namespace gradus::intake {

/// What the name of a folder or file in a platform's download says.
struct Named {
  roster::Owner owner;      ///< its label is the same for all that belongs to one student
  std::string rest;         ///< the student's own name for the file; empty for a folder
  std::uint64_t order = 0;  ///< higher for a later file; 0: nothing is said
};

/// Moodle, "Download all submissions" (mod/assign/classes/downloader.php):
/// "Full name_PARTICIPANT_assignsubmission_file" is a folder (Moodle before 4.1 adds a "_"), and
/// "Full name_PARTICIPANT_assignsubmission_file_NAME" a file of the download without folders.
/// The label is "Full name_PARTICIPANT".
[[nodiscard]] std::optional<Named> moodle_name(const std::string& name);

/// Canvas, "Download submissions" (lib/content_zipper.rb): "lastfirst_USER_FILE_NAME", with "_LATE"
/// after the student's name if it came late. FILE counts up over the whole site. All files of one
/// attempt come side by side. The label is "lastfirst_USER".
[[nodiscard]] std::optional<Named> canvas_name(const std::string& name);

}  // namespace gradus::intake
