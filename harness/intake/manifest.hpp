#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "roster/roster.hpp"

namespace gradus::intake {

/// What a folder that `gradus intake` made says of its students.
struct Manifest {
  std::vector<roster::Student> students;  ///< the whole roster; without one, whoever handed in
  /// By student: what was not taken and why, in sentences.
  std::map<std::string, std::vector<std::string>> problems;
};

/// Reads the intake.json of a folder.
/// \return nothing if the folder has none
/// \throws IntakeError if it is none of Gradus, or of another version
[[nodiscard]] std::optional<Manifest> read_manifest(const std::filesystem::path& folder);

}  // namespace gradus::intake
