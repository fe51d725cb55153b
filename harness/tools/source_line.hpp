#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

/// Looking at source text one line at a time.
namespace gradus::tools {

/// The lines of a text, without their line ends.
inline std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// A line without the blanks at both ends.
inline std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

/// The blanks that a line starts with.
inline std::string_view indentation(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

/// Whether a line holds nothing but a `//` comment.
inline bool is_comment(std::string_view line) { return trimmed(line).starts_with("//"); }

/// What a comment line says; nothing for a bare `//`.
inline std::string_view comment_words(std::string_view line) {
  return trimmed(trimmed(line).substr(2));
}

}  // namespace gradus::tools
