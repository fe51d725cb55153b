#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace gradus::intake {

/// The instructor's own answers: the student's id for an upload's label, or for "SOURCE/LABEL";
/// "-" leaves the upload out.
using Assignments = std::map<std::string, std::string>;

/// Reads lines "LABEL = STUDENT-ID". What begins with # is a comment; a label may hold "=" itself.
/// \param name what to call the text in messages
/// \throws IntakeError naming the line
[[nodiscard]] Assignments parse_assignments(std::string_view text, const std::string& name);

/// The same, from a file.
[[nodiscard]] Assignments read_assignments(const std::filesystem::path& file);

}  // namespace gradus::intake
