#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gradus::tools {

/// Ends a line that only the solution needs.
inline constexpr std::string_view kSolutionOnly = "// SOLUTION ONLY";

/// A comment line of a solution file that opens or closes a region.
struct Mark {
  bool begins = false;
  std::string region;  ///< `SOLUTION(tp1.softmax)` or `HELPERS(tp1.softmax)`: the same at both ends
  std::string slug;    ///< `tp1.softmax`
  std::string arguments;  ///< only of BEGIN SOLUTION: as written after the semicolon, may be empty
  std::string hint;       ///< only of BEGIN SOLUTION: the words after the colon, may be empty

  [[nodiscard]] bool of_solution() const { return region.starts_with("SOLUTION"); }
};

/// Whether a line contains the words of a mark, in whatever place, case and spacing.
bool names_mark(std::string_view line);

/// The mark on a line, if there is one.
///
/// Whatever only resembles a mark is an error: a mark that is not understood would leave the
/// solution in the students' file.
/// @throws std::invalid_argument saying what is wrong and what to write
std::optional<Mark> find_mark(std::string_view line);

}  // namespace gradus::tools
